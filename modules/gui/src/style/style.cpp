#include "style.h"

#include <facet/gui/paint.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSlider>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

#include <cmath>

namespace facet::gui {

using workspace::Size;
using workspace::Token;

FacetStyle::FacetStyle(const workspace::Theme& theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    , m_theme(theme) {}

void FacetStyle::polish(QPalette& palette) {
  const auto all = [&](QPalette::ColorRole role, Token token) { palette.setColor(role, color(token)); };
  all(QPalette::Window, Token::Window);
  all(QPalette::WindowText, Token::Text);
  all(QPalette::Base, Token::Panel);
  all(QPalette::AlternateBase, Token::Raised);
  all(QPalette::Text, Token::Text);
  all(QPalette::PlaceholderText, Token::TextSecondary);
  all(QPalette::Button, Token::Raised);
  all(QPalette::ButtonText, Token::Text);
  all(QPalette::BrightText, Token::Relapse);
  all(QPalette::ToolTipBase, Token::Raised);
  all(QPalette::ToolTipText, Token::Text);
  all(QPalette::Highlight, Token::Selection);
  all(QPalette::HighlightedText, Token::Text);
  all(QPalette::Link, Token::Accent);
  all(QPalette::LinkVisited, Token::Accent);
  all(QPalette::Light, Token::Hover);
  all(QPalette::Midlight, Token::Raised);
  all(QPalette::Mid, Token::Line);
  all(QPalette::Dark, Token::Line);
  all(QPalette::Shadow, Token::Line);
  for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    palette.setColor(QPalette::Disabled, role, color(Token::TextTertiary));
  }
}

void FacetStyle::polish(QWidget* widget) {
  QProxyStyle::polish(widget);
  if (qobject_cast<QAbstractButton*>(widget) != nullptr || qobject_cast<QComboBox*>(widget) != nullptr ||
      qobject_cast<QLineEdit*>(widget) != nullptr || qobject_cast<QAbstractSpinBox*>(widget) != nullptr ||
      qobject_cast<QScrollBar*>(widget) != nullptr || qobject_cast<QSlider*>(widget) != nullptr ||
      qobject_cast<QTabBar*>(widget) != nullptr || qobject_cast<QHeaderView*>(widget) != nullptr) {
    widget->setAttribute(Qt::WA_Hover);
  }
}

void FacetStyle::unpolish(QWidget* widget) {
  widget->setAttribute(Qt::WA_Hover, false);
  QProxyStyle::unpolish(widget);
}

int FacetStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
  switch (metric) {
  case PM_DefaultFrameWidth:
  case PM_SpinBoxFrameWidth:
  case PM_ComboBoxFrameWidth:
  case PM_MenuPanelWidth:
    return 1;
  case PM_ButtonShiftHorizontal:
  case PM_ButtonShiftVertical:
  case PM_MenuBarPanelWidth:
    return 0;
  case PM_ButtonMargin:
    return 2 * m_theme.grid(3);
  case PM_MenuVMargin:
  case PM_MenuHMargin:
    return m_theme.grid(1);
  case PM_ScrollBarExtent:
    return 10;
  case PM_ScrollBarSliderMin:
    return m_theme.size(Size::HitTarget);
  case PM_ButtonIconSize:
  case PM_ToolBarIconSize:
  case PM_TabBarIconSize:
    return m_theme.size(Size::Icon);
  case PM_SmallIconSize:
  case PM_ListViewIconSize:
    return 16;
  case PM_IndicatorWidth:
  case PM_IndicatorHeight:
  case PM_ExclusiveIndicatorWidth:
  case PM_ExclusiveIndicatorHeight:
    return 16;
  case PM_CheckBoxLabelSpacing:
  case PM_RadioButtonLabelSpacing:
    return m_theme.grid(2);
  case PM_SplitterWidth:
    return 5;
  case PM_HeaderMargin:
    return m_theme.grid(1);
  case PM_HeaderMarkSize:
    return 12;
  case PM_ProgressBarChunkWidth:
    return 1;
  case PM_ToolTipLabelFrameWidth:
    return m_theme.grid(1);
  case PM_LayoutLeftMargin:
  case PM_LayoutRightMargin:
  case PM_LayoutTopMargin:
  case PM_LayoutBottomMargin:
    return m_theme.grid(3);
  case PM_LayoutHorizontalSpacing:
  case PM_LayoutVerticalSpacing:
    return m_theme.grid(2);
  case PM_TabBarTabShiftVertical:
  case PM_TabBarTabShiftHorizontal:
  case PM_TabBarBaseOverlap:
    return 0;
  default:
    return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

int FacetStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* data) const {
  switch (hint) {
  case SH_EtchDisabledText:
  case SH_ComboBox_Popup:
  case SH_ScrollBar_Transient:
  case SH_UnderlineShortcut:
  case SH_Widget_Animate:
  case SH_TitleBar_NoBorder:
  case SH_ScrollView_FrameOnlyAroundContents:
    return 0;
  case SH_ItemView_ShowDecorationSelected:
  case SH_ScrollBar_LeftClickAbsolutePosition:
  case SH_Menu_SupportsSections:
    return 1;
  case SH_ToolTip_WakeUpDelay:
    return 500;
  case SH_ToolTipLabel_Opacity:
    return 255;
  case SH_Table_GridLineColor:
    return static_cast<int>(color(Token::Line).rgba());
  default:
    return QProxyStyle::styleHint(hint, option, widget, data);
  }
}

QSize FacetStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                   const QWidget* widget) const {
  const int control = m_theme.size(Size::Control);
  QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
  switch (type) {
  case CT_PushButton: {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    int width = contents.width() + 2 * m_theme.grid(3);
    if (button != nullptr && button->features.testFlag(QStyleOptionButton::HasMenu)) {
      width += m_theme.grid(4);
    }
    return {width, std::max(control, contents.height() + m_theme.grid(2))};
  }
  case CT_ComboBox:
    return {contents.width() + m_theme.grid(2) + m_theme.grid(7), std::max(control, contents.height())};
  case CT_LineEdit:
  case CT_SpinBox:
    size.setHeight(std::max(control, size.height()));
    return size;
  case CT_ToolButton:
    return size.expandedTo({control, control});
  case CT_TabBarTab:
    return {contents.width() + m_theme.grid(2), std::max(control + m_theme.grid(1), contents.height())};
  case CT_HeaderSection:
    size.setHeight(std::max(control, size.height()));
    size.rwidth() += m_theme.grid(2);
    return size;
  case CT_ItemViewItem:
    size.setHeight(std::max(m_theme.size(Size::HitTarget), size.height()));
    return size;
  case CT_MenuItem: {
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    if (item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator) {
      return {contents.width(), m_theme.grid(2) + 1};
    }
    return {contents.width() + m_theme.grid(16), std::max(control, contents.height())};
  }
  case CT_MenuBarItem:
    return {contents.width() + m_theme.grid(4), control};
  default:
    return size;
  }
}

void FacetStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
  switch (element) {
  case PE_FrameFocusRect:
    return drawFocusRing(*option, *painter);
  case PE_PanelButtonCommand:
    return drawButtonPanel(*option, *painter);
  case PE_PanelButtonTool:
    return drawToolPanel(*option, *painter);
  case PE_FrameTabWidget:
  case PE_FrameDefaultButton:
  case PE_PanelMenuBar:
  case PE_PanelStatusBar:
  case PE_FrameStatusBarItem:
  case PE_FrameLineEdit:
  case PE_IndicatorHeaderArrow:
    return;
  case PE_PanelLineEdit: {
    const bool inside = widget != nullptr && (qobject_cast<const QComboBox*>(widget->parentWidget()) != nullptr ||
                                              qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) != nullptr);
    if (!inside) {
      const bool focus = option->state.testFlag(State_HasFocus);
      drawBox(*painter, option->rect, color(Token::Panel), color(focus ? Token::Accent : Token::Line), radius());
    }
    return;
  }
  case PE_FrameTabBarBase:
    return drawEdge(*painter, option->rect, Edge::Bottom, color(Token::Line));
  case PE_Frame:
  case PE_FrameGroupBox:
  case PE_FrameWindow:
    return drawBox(*painter, option->rect, {}, color(Token::Line), 0);
  case PE_FrameMenu:
  case PE_PanelMenu:
    return drawBox(*painter, option->rect, color(Token::Raised), color(Token::Line), 0);
  case PE_PanelTipLabel:
    return drawBox(*painter, option->rect, color(Token::Raised), color(Token::Line), 0);
  case PE_IndicatorCheckBox:
  case PE_IndicatorItemViewItemCheck:
    return drawCheckBox(*option, *painter);
  case PE_IndicatorRadioButton:
    return drawRadioButton(*option, *painter);
  case PE_IndicatorArrowDown:
  case PE_IndicatorArrowUp:
  case PE_IndicatorArrowLeft:
  case PE_IndicatorArrowRight:
  case PE_IndicatorSpinDown:
  case PE_IndicatorSpinUp:
    return drawArrow(element, *option, *painter);
  case PE_PanelItemViewItem:
    return drawItemPanel(*option, *painter);
  case PE_PanelItemViewRow:
  case PE_PanelScrollAreaCorner:
    return;
  default:
    QProxyStyle::drawPrimitive(element, option, painter, widget);
  }
}

void FacetStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const {
  switch (element) {
  case CE_PushButtonLabel:
    return drawPushButtonLabel(*option, *painter, widget);
  case CE_HeaderSection:
    return drawHeaderSection(*option, *painter);
  case CE_HeaderEmptyArea:
    return painter->fillRect(option->rect, color(Token::Panel));
  case CE_HeaderLabel:
    return drawHeaderLabel(*option, *painter);
  case CE_TabBarTabShape:
    return drawTab(*option, *painter);
  case CE_MenuItem:
    return drawMenuItem(*option, *painter);
  case CE_MenuBarItem:
    return drawMenuBarItem(*option, *painter);
  case CE_MenuBarEmptyArea:
    return painter->fillRect(option->rect, color(Token::Panel));
  case CE_ProgressBar:
    return drawProgressBar(*option, *painter);
  case CE_Splitter: {
    const bool vertical = option->state.testFlag(State_Horizontal);
    const QRectF box = option->rect;
    const QRectF line = vertical ? QRectF(std::floor(box.center().x()), box.top(), 1, box.height())
                                 : QRectF(box.left(), std::floor(box.center().y()), box.width(), 1);
    return drawEdge(*painter, line, vertical ? Edge::Left : Edge::Top, color(Token::Line));
  }
  case CE_PushButtonBevel:
    return drawButtonPanel(*option, *painter);
  case CE_ShapedFrame:
    return drawFrame(*option, *painter);
  default:
    QProxyStyle::drawControl(element, option, painter, widget);
  }
}

void FacetStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                    const QWidget* widget) const {
  switch (control) {
  case CC_ScrollBar:
    return drawScrollBar(*option, *painter);
  case CC_ComboBox:
    return drawComboBox(*option, *painter);
  case CC_Slider:
    return drawSlider(*option, *painter, widget);
  case CC_SpinBox:
    return drawSpinBox(*option, *painter, widget);
  default:
    QProxyStyle::drawComplexControl(control, option, painter, widget);
  }
}

} // namespace facet::gui
