#pragma once

#include <facet/workspace/theme.h>

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPen>

class QPaintDevice;

namespace facet::charts {

/// Colours, fonts and pens of a chart on one kind of paper. Lengths are logical pixels of 1/96 inch; whoever draws on a
/// finer device scales the painter. All colours are opaque, so that a PDF needs no transparency.
class ChartStyle {
public:
  /// `dotsPerInch` is that of the painter's device before any scaling, on a screen QWidget::logicalDpiY().
  ChartStyle(const workspace::Theme& theme, workspace::ThemeMode mode, double dotsPerInch);

  [[nodiscard]] QColor color(workspace::Token token) const { return m_theme.color(token, m_mode); }
  /// `share` of one colour on top of another one.
  [[nodiscard]] QColor mixed(workspace::Token over, workspace::Token under, double share) const;
  /// Black or white, whichever is easier to read on `background`.
  [[nodiscard]] static QColor readableOn(const QColor& background);

  [[nodiscard]] QFont font(workspace::TypeSize size = workspace::TypeSize::Dense,
                           workspace::TypeWeight weight = workspace::TypeWeight::Regular) const;
  /// The thinnest line: one pixel of a screen at every scale, 0.5 pt on paper.
  [[nodiscard]] QPen hairline(const QColor& color) const;
  /// A thin dashed outline.
  [[nodiscard]] QPen dashed(const QColor& color) const;
  [[nodiscard]] workspace::ThemeMode mode() const { return m_mode; }

private:
  const workspace::Theme& m_theme;
  workspace::ThemeMode m_mode;
  double m_fontScale;
  bool m_paper;
};

} // namespace facet::charts
