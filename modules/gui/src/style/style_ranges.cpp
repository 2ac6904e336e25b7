#include "style.h"

#include <facet/gui/icons.h>
#include <facet/gui/paint.h>

#include <QStyleOption>

namespace facet::gui {

using workspace::Token;

namespace {
constexpr int kComboArrow = 28;
constexpr double kThumb = 14;
} // namespace

QRect FacetStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                 const QWidget* widget) const {
  if (control == CC_ComboBox) {
    const QRect box = option->rect;
    switch (part) {
    case SC_ComboBoxEditField:
      return visualRect(option->direction, box, box.adjusted(m_theme.grid(2), 1, -kComboArrow + m_theme.grid(1), -1));
    case SC_ComboBoxArrow:
      return visualRect(option->direction, box,
                        QRect(box.right() - kComboArrow + 1, box.top(), kComboArrow, box.height()));
    default:
      return box;
    }
  }
  if (control == CC_ScrollBar) {
    // No buttons at the ends: the whole length is groove.
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (bar == nullptr) {
      return {};
    }
    const QRect box = bar->rect;
    const bool horizontal = bar->orientation == Qt::Horizontal;
    const int length = horizontal ? box.width() : box.height();
    const int range = bar->maximum - bar->minimum;
    int thumb = length;
    if (range > 0) {
      thumb = static_cast<int>(qint64(bar->pageStep) * length / (qint64(range) + bar->pageStep));
      thumb = std::min(length, std::max(thumb, pixelMetric(PM_ScrollBarSliderMin, option, widget)));
    }
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb, bar->upsideDown);
    const auto stretch = [&](int from, int size) {
      return horizontal ? QRect(box.left() + from, box.top(), size, box.height())
                        : QRect(box.left(), box.top() + from, box.width(), size);
    };
    switch (part) {
    case SC_ScrollBarGroove:
      return box;
    case SC_ScrollBarSlider:
      return stretch(start, thumb);
    case SC_ScrollBarSubPage:
      return stretch(0, start);
    case SC_ScrollBarAddPage:
      return stretch(start + thumb, length - start - thumb);
    default:
      return {};
    }
  }
  return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect FacetStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
  if (element == SE_LineEditContents) {
    return option->rect.adjusted(m_theme.grid(2), 0, -m_theme.grid(2), 0);
  }
  return QProxyStyle::subElementRect(element, option, widget);
}

void FacetStyle::drawScrollBar(const QStyleOptionComplex& option, QPainter& painter) const {
  const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(&option);
  if (bar == nullptr || bar->maximum <= bar->minimum) {
    return;
  }
  const bool active = bar->state.testFlag(State_Sunken) || bar->state.testFlag(State_MouseOver);
  QRectF thumb = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider);
  const double inset = active ? 1.5 : 2.5;
  thumb.adjust(inset, inset, -inset, -inset);
  QColor ink = color(active ? Token::TextSecondary : Token::TextTertiary);
  ink.setAlphaF(active ? 0.9F : 0.6F);
  drawBox(painter, thumb, ink, {}, std::min(thumb.width(), thumb.height()) / 2);
}

void FacetStyle::drawComboBox(const QStyleOptionComplex& option, QPainter& painter) const {
  const bool enabled = option.state.testFlag(State_Enabled);
  const bool hovered = enabled && option.state.testFlag(State_MouseOver);
  const bool focused = option.state.testFlag(State_HasFocus) && option.state.testFlag(State_KeyboardFocusChange);
  drawBox(painter, option.rect, color(hovered ? Token::Hover : Token::Raised), color(Token::Line), radius());
  QStyleOption arrow = option;
  arrow.rect = subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow);
  drawArrow(PE_IndicatorArrowDown, arrow, painter);
  if (focused) {
    drawFocusRing(option, painter);
  }
}

void FacetStyle::drawSlider(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const {
  const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(&option);
  if (slider == nullptr) {
    return;
  }
  const bool horizontal = slider->orientation == Qt::Horizontal;
  const bool enabled = slider->state.testFlag(State_Enabled);
  const QRectF handle = proxy()->subControlRect(CC_Slider, slider, SC_SliderHandle, widget);
  QRectF groove = slider->rect;
  if (horizontal) {
    groove.setHeight(4);
  } else {
    groove.setWidth(4);
  }
  groove.moveCenter(QRectF(slider->rect).center());
  drawBox(painter, groove, color(Token::Line), {}, 2);
  QRectF thumb(0, 0, kThumb, kThumb);
  thumb.moveCenter(handle.center());
  const bool focused = slider->state.testFlag(State_HasFocus);
  drawBox(painter, thumb, color(enabled ? Token::Accent : Token::TextTertiary), color(Token::Panel), kThumb / 2);
  if (focused && slider->state.testFlag(State_KeyboardFocusChange)) {
    QStyleOption ring = *slider;
    ring.rect = thumb.adjusted(-3, -3, 3, 3).toRect();
    drawFocusRing(ring, painter);
  }
}

void FacetStyle::drawSpinBox(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const {
  const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(&option);
  if (box == nullptr) {
    return;
  }
  const bool focused = box->state.testFlag(State_HasFocus);
  drawBox(painter, box->rect, color(Token::Panel), color(focused ? Token::Accent : Token::Line), radius());
  for (const auto& [part, element, flag] :
       {std::tuple{SC_SpinBoxUp, PE_IndicatorSpinUp, QAbstractSpinBox::StepUpEnabled},
        std::tuple{SC_SpinBoxDown, PE_IndicatorSpinDown, QAbstractSpinBox::StepDownEnabled}}) {
    QStyleOption arrow = *box;
    arrow.rect = proxy()->subControlRect(CC_SpinBox, box, part, widget);
    arrow.state.setFlag(State_Enabled, box->stepEnabled.testFlag(flag) && box->state.testFlag(State_Enabled));
    drawArrow(element, arrow, painter);
  }
}

} // namespace facet::gui
