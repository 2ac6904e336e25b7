#include <facet/workspace/window_presets.h>

#include <algorithm>

namespace facet::workspace {

using imaging::Window;

namespace {

constexpr double kLeastWidth = 0.01;

/// Shares of the automatic window.
Window part(const Window& automatic, double low, double high) {
  const double width = automatic.high - automatic.low;
  return {automatic.low + low * width, automatic.low + high * width};
}

} // namespace

Message nameOf(WindowPreset preset) {
  switch (preset) {
  case WindowPreset::Automatic:
    return FACET_TEXT("workspace", "Automatic window");
  case WindowPreset::WholeRange:
    return FACET_TEXT("workspace", "Whole range");
  case WindowPreset::HighContrast:
    return FACET_TEXT("workspace", "High contrast");
  case WindowPreset::Bright:
    return FACET_TEXT("workspace", "Bright structures");
  case WindowPreset::Dark:
    break;
  }
  return FACET_TEXT("workspace", "Dark structures");
}

WindowRange windowRangeOf(const imaging::Volume& volume) {
  WindowRange range;
  range.automatic = imaging::defaultWindow(volume);
  range.smallest = range.automatic.low;
  range.largest = range.automatic.high;
  if (const std::optional<imaging::Histogram> histogram = imaging::histogramOf(volume)) {
    range.smallest = std::min(histogram->smallest, range.automatic.low);
    range.largest = std::max(histogram->largest, range.automatic.high);
  }
  return range;
}

Window windowOf(const WindowRange& range, const WindowChoice& choice) {
  if (choice.byHand) {
    return part(range.automatic, choice.low, choice.high);
  }
  switch (choice.preset) {
  case WindowPreset::Automatic:
    break;
  case WindowPreset::WholeRange:
    return {range.smallest, range.largest};
  case WindowPreset::HighContrast:
    return part(range.automatic, 0.25, 0.85);
  case WindowPreset::Bright:
    return part(range.automatic, 0.45, 1.2);
  case WindowPreset::Dark:
    return part(range.automatic, 0, 0.5);
  }
  return range.automatic;
}

WindowChoice draggedWindow(const WindowRange& range, const WindowChoice& from, double wider, double brighter) {
  const Window begin = windowOf(range, from);
  const double unit = range.automatic.high - range.automatic.low;
  const double level = (0.5 * (begin.low + begin.high) - range.automatic.low) / unit - brighter;
  const double width = std::max(kLeastWidth, (begin.high - begin.low) / unit + wider);
  return {true, from.preset, level - 0.5 * width, level + 0.5 * width};
}

} // namespace facet::workspace
