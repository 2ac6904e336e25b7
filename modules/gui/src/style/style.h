#pragma once

#include <facet/workspace/theme.h>

#include <QProxyStyle>

namespace facet::gui {

/// Draws every standard widget from the theme's tokens; what it does not draw itself comes from Fusion in the theme's
/// palette. The theme must outlive it.
class FacetStyle final : public QProxyStyle {
  Q_OBJECT

public:
  explicit FacetStyle(const workspace::Theme& theme);

  void polish(QPalette& palette) override;
  void polish(QWidget* widget) override;
  void unpolish(QWidget* widget) override;
  using QProxyStyle::polish;
  using QProxyStyle::unpolish;

  [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option = nullptr,
                                const QWidget* widget = nullptr) const override;
  [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option = nullptr, const QWidget* widget = nullptr,
                              QStyleHintReturn* data = nullptr) const override;
  [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                       const QWidget* widget = nullptr) const override;
  [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                     const QWidget* widget = nullptr) const override;
  [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption* option,
                                     const QWidget* widget = nullptr) const override;

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget = nullptr) const override;
  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget = nullptr) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                          const QWidget* widget = nullptr) const override;

private:
  [[nodiscard]] QColor color(workspace::Token token) const { return m_theme.color(token); }
  [[nodiscard]] double radius() const { return m_theme.size(workspace::Size::Radius); }

  // style_buttons.cpp
  void drawButtonPanel(const QStyleOption& option, QPainter& painter) const;
  void drawToolPanel(const QStyleOption& option, QPainter& painter) const;
  void drawCheckBox(const QStyleOption& option, QPainter& painter) const;
  void drawRadioButton(const QStyleOption& option, QPainter& painter) const;
  void drawFocusRing(const QStyleOption& option, QPainter& painter) const;
  void drawArrow(PrimitiveElement element, const QStyleOption& option, QPainter& painter) const;
  void drawPushButtonLabel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
  void drawProgressBar(const QStyleOption& option, QPainter& painter) const;

  // style_views.cpp
  void drawFrame(const QStyleOption& option, QPainter& painter) const;
  void drawItemPanel(const QStyleOption& option, QPainter& painter) const;
  void drawHeaderSection(const QStyleOption& option, QPainter& painter) const;
  void drawHeaderLabel(const QStyleOption& option, QPainter& painter) const;
  void drawTab(const QStyleOption& option, QPainter& painter) const;
  void drawMenuItem(const QStyleOption& option, QPainter& painter) const;
  void drawMenuBarItem(const QStyleOption& option, QPainter& painter) const;

  // style_ranges.cpp
  void drawScrollBar(const QStyleOptionComplex& option, QPainter& painter) const;
  void drawComboBox(const QStyleOptionComplex& option, QPainter& painter) const;
  void drawSlider(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;
  void drawSpinBox(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;

  const workspace::Theme& m_theme;
};

} // namespace facet::gui
