#include "style.h"

#include <facet/gui/icons.h>
#include <facet/gui/paint.h>

#include <QPainterPath>
#include <QPushButton>
#include <QStyleOption>

namespace facet::gui {

using workspace::Token;

namespace {
constexpr double kArrowPx = 12;
constexpr double kFocusPx = 2;
} // namespace

void FacetStyle::drawButtonPanel(const QStyleOption& option, QPainter& painter) const {
  const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
  const bool enabled = option.state.testFlag(State_Enabled);
  const bool flat = button != nullptr && button->features.testFlag(QStyleOptionButton::Flat);
  const bool primary = button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton);
  const bool checked = option.state.testFlag(State_On);
  const bool pressed = option.state.testFlag(State_Sunken);
  const bool hovered = enabled && option.state.testFlag(State_MouseOver);
  const bool focused = option.state.testFlag(State_HasFocus) && option.state.testFlag(State_KeyboardFocusChange);
  QColor fill = color(pressed ? Token::Selection : hovered ? Token::Hover : Token::Raised);
  QColor border = color(Token::Line);
  if (primary && enabled) {
    fill = color(Token::Accent);
    if (hovered || pressed) {
      fill = m_theme.mode() == workspace::ThemeMode::Dark ? fill.lighter(pressed ? 90 : 110)
                                                          : fill.darker(pressed ? 120 : 110);
    }
    border = fill;
  } else if (checked) {
    fill = color(Token::Selection);
    border = color(enabled ? Token::Accent : Token::Line);
  } else if (flat && !hovered && !pressed) {
    fill = {};
    border = {};
  }
  drawBox(painter, option.rect, fill, border, radius());
  if (focused) {
    drawFocusRing(option, painter);
  }
}

void FacetStyle::drawToolPanel(const QStyleOption& option, QPainter& painter) const {
  const bool raised = !option.state.testFlag(State_AutoRaise);
  const bool checked = option.state.testFlag(State_On);
  const bool enabled = option.state.testFlag(State_Enabled);
  const bool pressed = option.state.testFlag(State_Sunken);
  const bool hovered = enabled && option.state.testFlag(State_MouseOver);
  if (checked) {
    drawBox(painter, option.rect, color(Token::Selection), raised ? color(Token::Accent) : QColor(), radius());
  } else if (pressed || hovered) {
    drawBox(painter, option.rect, color(pressed ? Token::Selection : Token::Hover),
            raised ? color(Token::Line) : QColor(), radius());
  } else if (raised) {
    drawBox(painter, option.rect, color(Token::Raised), color(Token::Line), radius());
  }
  if (option.state.testFlag(State_HasFocus) && option.state.testFlag(State_KeyboardFocusChange)) {
    drawFocusRing(option, painter);
  }
}

void FacetStyle::drawFocusRing(const QStyleOption& option, QPainter& painter) const {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(color(Token::Accent), kFocusPx));
  const double inset = kFocusPx / 2;
  painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), radius() - inset,
                          radius() - inset);
  painter.restore();
}

void FacetStyle::drawCheckBox(const QStyleOption& option, QPainter& painter) const {
  const bool enabled = option.state.testFlag(State_Enabled);
  const bool on = option.state.testFlag(State_On);
  const bool partly = option.state.testFlag(State_NoChange);
  const bool hovered = enabled && option.state.testFlag(State_MouseOver);
  QRectF box(0, 0, 16, 16);
  box.moveCenter(QRectF(option.rect).center());
  if (on || partly) {
    drawBox(painter, box, color(enabled ? Token::Accent : Token::TextTertiary), {}, 4);
    drawIcon(painter, box.adjusted(1, 1, -1, -1), on ? Icon::Check : Icon::Minus, color(Token::OnAccent));
  } else {
    drawBox(painter, box, color(hovered ? Token::Hover : Token::Raised),
            color(enabled ? Token::TextSecondary : Token::Line), 4);
  }
}

void FacetStyle::drawRadioButton(const QStyleOption& option, QPainter& painter) const {
  const bool enabled = option.state.testFlag(State_Enabled);
  const bool on = option.state.testFlag(State_On);
  QRectF box(0, 0, 16, 16);
  box.moveCenter(QRectF(option.rect).center());
  const QColor ring = color(!enabled ? Token::Line : on ? Token::Accent : Token::TextSecondary);
  drawBox(painter, box, color(Token::Raised), ring, 8);
  if (on) {
    drawBox(painter, box.adjusted(4, 4, -4, -4), color(enabled ? Token::Accent : Token::TextTertiary), {}, 4);
  }
}

void FacetStyle::drawArrow(PrimitiveElement element, const QStyleOption& option, QPainter& painter) const {
  Icon icon = Icon::ChevronDown;
  if (element == PE_IndicatorArrowUp || element == PE_IndicatorSpinUp) {
    icon = Icon::ChevronUp;
  } else if (element == PE_IndicatorArrowLeft) {
    icon = Icon::ChevronLeft;
  } else if (element == PE_IndicatorArrowRight) {
    icon = Icon::ChevronRight;
  }
  QRectF box(0, 0, kArrowPx, kArrowPx);
  box.moveCenter(QRectF(option.rect).center());
  drawIcon(painter, box, icon,
           color(option.state.testFlag(State_Enabled) ? Token::TextSecondary : Token::TextTertiary));
}

void FacetStyle::drawPushButtonLabel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const {
  const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
  if (button == nullptr) {
    return;
  }
  const bool enabled = button->state.testFlag(State_Enabled);
  const bool primary = button->features.testFlag(QStyleOptionButton::DefaultButton);
  const bool hasMenu = button->features.testFlag(QStyleOptionButton::HasMenu);
  const QColor ink = color(!enabled ? Token::TextTertiary : primary ? Token::OnAccent : Token::Text);
  const int gap = m_theme.grid(1) + 2;
  const int iconWidth = button->icon.isNull() ? 0 : button->iconSize.width();
  const int arrowWidth = hasMenu ? static_cast<int>(kArrowPx) : 0;
  const int textWidth = button->text.isEmpty()
                            ? 0
                            : button->fontMetrics.boundingRect(QRect(), Qt::TextShowMnemonic, button->text).width();
  int width = iconWidth + textWidth + arrowWidth;
  width += iconWidth > 0 && textWidth > 0 ? gap : 0;
  width += arrowWidth > 0 ? gap : 0;
  QRect box = option.rect;
  int x = box.center().x() + 1 - width / 2;
  if (iconWidth > 0) {
    const QRect place(x, box.center().y() + 1 - button->iconSize.height() / 2, iconWidth, button->iconSize.height());
    const QIcon::Mode mode = !enabled ? QIcon::Disabled : QIcon::Normal;
    button->icon.paint(&painter, place, Qt::AlignCenter, mode,
                       button->state.testFlag(State_On) ? QIcon::On : QIcon::Off);
    x += iconWidth + gap;
  }
  const int flags =
      Qt::AlignVCenter | Qt::AlignLeft |
      (proxy()->styleHint(SH_UnderlineShortcut, button, widget) != 0 ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
  painter.setPen(ink);
  painter.drawText(QRect(x, box.top(), textWidth + 2, box.height()), flags, button->text);
  if (hasMenu) {
    const QRectF place(box.right() - m_theme.grid(2) - kArrowPx + 1, box.center().y() + 1 - kArrowPx / 2, kArrowPx,
                       kArrowPx);
    drawIcon(painter, place, Icon::ChevronDown, color(enabled ? Token::TextSecondary : Token::TextTertiary));
  }
}

void FacetStyle::drawProgressBar(const QStyleOption& option, QPainter& painter) const {
  const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(&option);
  if (bar == nullptr) {
    return;
  }
  QRectF groove(option.rect);
  groove.setHeight(4);
  groove.moveCenter(QRectF(option.rect).center());
  drawBox(painter, groove, color(Token::Line), {}, 2);
  const int span = bar->maximum - bar->minimum;
  QRectF done = groove;
  if (span > 0) {
    done.setWidth(groove.width() * (bar->progress - bar->minimum) / span);
  } else {
    // Nothing is known of how much there is: a resting mark, not a moving one.
    done.setWidth(groove.width() / 4);
  }
  if (done.width() >= 2) {
    drawBox(painter, done, color(Token::Accent), {}, 2);
  }
}

} // namespace facet::gui
