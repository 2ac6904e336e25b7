#include "rail.h"

#include <facet/gui/paint.h>

#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

namespace facet::gui {

using workspace::PageId;
using workspace::Size;
using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {
constexpr int kButtonHeight = 54;
constexpr int kButtonMargin = 4;
constexpr int kTextMargin = 2;
} // namespace

RailButton::RailButton(const Theme& theme, Icon icon, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(icon) {
  setText(text);
  setAccessibleName(text);
  setFont(theme.font(TypeSize::Small, TypeWeight::Medium));
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
}

QSize RailButton::sizeHint() const {
  const int words = fontMetrics().horizontalAdvance(text()) + 2 * kTextMargin;
  return {std::max(words, m_theme.size(Size::Rail) - 2 * kButtonMargin), kButtonHeight};
}

void RailButton::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const bool hovered = isEnabled() && underMouse();
  if (isChecked() || isDown()) {
    drawBox(painter, rect(), m_theme.color(Token::Selection), {}, m_theme.size(Size::Radius));
  } else if (hovered) {
    drawBox(painter, rect(), m_theme.color(Token::Hover), {}, m_theme.size(Size::Radius));
  }
  const Token ink = !isEnabled() ? Token::TextTertiary : isChecked() || hovered ? Token::Text : Token::TextSecondary;
  const int side = m_theme.size(Size::Icon);
  drawIcon(painter, QRectF((width() - side) / 2.0, 9, side, side), m_icon, m_theme.color(ink));
  painter.setFont(font());
  painter.setPen(m_theme.color(ink));
  const QRect words(kTextMargin, 33, width() - 2 * kTextMargin, 16);
  painter.drawText(words, Qt::AlignCenter, fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
  if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Token::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
  }
}

Rail::Rail(const Theme& theme, const std::vector<PageEntry>& pages, QMenu& menu, QWidget* parent)
    : Panel(theme, Shape::Bar, parent)
    , m_menu(menu)
    , m_menuButton(new RailButton(theme, Icon::Menu, tr("Menu"), this)) {
  setAccessibleName(tr("Pages"));
  setEdges(Qt::RightEdge);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(kButtonMargin, theme.grid(2), kButtonMargin, theme.grid(1));
  layout->setSpacing(2);
  auto* group = new QButtonGroup(this);
  for (const PageEntry& entry : pages) {
    auto* button = new RailButton(theme, pageIcon(entry.id), pageTitle(entry.id), this);
    button->setCheckable(true);
    button->setObjectName(QStringLiteral("rail-%1").arg(static_cast<int>(entry.id)));
    group->addButton(button);
    layout->addWidget(button);
    m_items.emplace(entry.id, Item{button, entry.scope});
    connect(button, &QAbstractButton::clicked, this, [this, id = entry.id] { Q_EMIT pageChosen(id); });
  }
  layout->addStretch();
  layout->addWidget(m_menuButton);
  m_menuButton->setObjectName(QStringLiteral("rail-menu"));
  m_menuButton->setToolTip(tr("Open, export, theme, language, keys (F10)"));
  connect(m_menuButton, &QAbstractButton::clicked, this, &Rail::openMenu);
  setPatient(nullptr);
}

void Rail::setCurrent(PageId page) {
  const auto found = m_items.find(page);
  if (found != m_items.end()) {
    found->second.button->setChecked(true);
  }
}

void Rail::setPatient(const workspace::PatientPtr& patient) {
  int number = 0;
  for (auto& [id, item] : m_items) {
    ++number;
    const bool usable = item.scope == PageScope::Anywhere || patient != nullptr;
    item.button->setEnabled(usable);
    QString tip = tr("%1 (Ctrl+%2)", "page summary and its key").arg(pageSummary(id)).arg(number);
    if (!usable) {
      tip += QLatin1Char('\n') + tr("Open a patient first.");
    }
    item.button->setToolTip(tip);
  }
}

void Rail::openMenu() {
  const int height = m_menu.sizeHint().height();
  m_menu.popup(
      m_menuButton->mapToGlobal(QPoint(m_menuButton->width() + kButtonMargin, m_menuButton->height() - height)));
}

} // namespace facet::gui
