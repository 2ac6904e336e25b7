#pragma once

#include <facet/core/message.h>
#include <facet/imaging/statistics.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace facet::workspace {

/// Windows to choose from, in the order of their keys. Each is told relative to the image's own range, so that the same
/// preset suits images of any scanner.
enum class WindowPreset : std::uint8_t { Automatic, WholeRange, HighContrast, Bright, Dark };
inline constexpr std::array kWindowPresets = {WindowPreset::Automatic, WindowPreset::WholeRange,
                                              WindowPreset::HighContrast, WindowPreset::Bright, WindowPreset::Dark};
[[nodiscard]] Message nameOf(WindowPreset preset);

/// What the presets of an image are told by.
struct WindowRange {
  imaging::Window automatic; ///< imaging::defaultWindow
  double smallest = 0;       ///< finite value
  double largest = 1;
};
[[nodiscard]] WindowRange windowRangeOf(const imaging::Volume& volume);

/// A preset, or one set by hand as shares of the automatic window (0 its low end, 1 its high one), which another visit
/// of the same contrast can take over.
struct WindowChoice {
  bool byHand = false;
  WindowPreset preset = WindowPreset::Automatic;
  double low = 0;
  double high = 1;

  [[nodiscard]] bool operator==(const WindowChoice&) const = default;
};
/// Low is below high.
[[nodiscard]] imaging::Window windowOf(const WindowRange& range, const WindowChoice& choice);

/// The window after a drag from `from`: `wider` and `brighter` are in widths of the automatic window; the width stays
/// above 1 % of it.
[[nodiscard]] WindowChoice draggedWindow(const WindowRange& range, const WindowChoice& from, double wider,
                                         double brighter);

} // namespace facet::workspace
