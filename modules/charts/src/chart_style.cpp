#include <facet/charts/chart_style.h>

#include <cmath>

namespace facet::charts {
namespace {

constexpr double kScreenDotsPerInch = 96;

/// Relative luminance. Source: Web Content Accessibility Guidelines 2.2, "relative luminance".
double luminanceOf(const QColor& color) {
  const auto linear = [](double part) {
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

ChartStyle::ChartStyle(const workspace::Theme& theme, workspace::ThemeMode mode, double dotsPerInch)
    : m_theme(theme)
    , m_mode(mode)
    , m_fontScale(72 / dotsPerInch)
    , m_paper(dotsPerInch > 2 * kScreenDotsPerInch) {}

QColor ChartStyle::mixed(workspace::Token over, workspace::Token under, double share) const {
  const QColor a = color(over);
  const QColor b = color(under);
  const auto mix = [&](double x, double y) { return static_cast<float>(x * share + y * (1 - share)); };
  return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

QColor ChartStyle::readableOn(const QColor& background) {
  // Contrast with black and with white is the same at a luminance of 0.179.
  return luminanceOf(background) > 0.179 ? QColor(0x0E, 0x11, 0x14) : QColor(Qt::white);
}

QFont ChartStyle::font(workspace::TypeSize size, workspace::TypeWeight weight) const {
  QFont font = m_theme.font(size, weight);
  font.setPointSizeF(m_theme.pixels(size) * m_fontScale);
  if (m_paper) {
    font.setHintingPreference(QFont::PreferNoHinting);
    // Inter draws dashes and arrows beside digits and capitals by glyphs that have no Unicode, which a PDF would lose.
    font.setStyleStrategy(static_cast<QFont::StyleStrategy>(QFont::PreferNoShaping | QFont::NoSubpixelAntialias));
  }
  return font;
}

QPen ChartStyle::hairline(const QColor& color) const {
  if (m_paper) {
    return {color, 0.6};
  }
  QPen pen(color, 1);
  pen.setCosmetic(true);
  return pen;
}

QPen ChartStyle::dashed(const QColor& color) const {
  QPen pen(color, m_paper ? 0.7 : 1);
  pen.setDashPattern({3, 3});
  return pen;
}

} // namespace facet::charts
