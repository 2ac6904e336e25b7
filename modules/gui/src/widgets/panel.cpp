#include <facet/gui/elided_label.h>
#include <facet/gui/paint.h>
#include <facet/gui/panel.h>

#include <QVBoxLayout>

namespace facet::gui {

using workspace::Size;
using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

Panel::Panel(const Theme& theme, Shape shape, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_shape(shape) {}

void Panel::setEdges(Qt::Edges edges) {
  m_edges = edges;
  update();
}

void Panel::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const QColor fill = m_theme.color(Token::Panel);
  const QColor line = m_theme.color(Token::Line);
  if (m_shape == Shape::Card) {
    drawBox(painter, rect(), fill, line, m_theme.size(Size::Radius));
    return;
  }
  painter.fillRect(rect(), fill);
  for (const auto& [edge, side] : {std::pair{Qt::LeftEdge, Edge::Left}, std::pair{Qt::TopEdge, Edge::Top},
                                   std::pair{Qt::RightEdge, Edge::Right}, std::pair{Qt::BottomEdge, Edge::Bottom}}) {
    if (m_edges.testFlag(edge)) {
      drawEdge(painter, rect(), side, line);
    }
  }
}

Card::Card(const Theme& theme, const QString& title, const QString& subtitle, QWidget* parent)
    : Panel(theme, Shape::Card, parent)
    , m_title(new TextLabel(theme, TypeSize::Base, TypeWeight::Strong, Token::Text))
    , m_subtitle(new TextLabel(theme, TypeSize::Dense, TypeWeight::Regular, Token::TextSecondary))
    , m_body(new QVBoxLayout) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(theme.grid(4), theme.grid(3), theme.grid(4), theme.grid(3));
  layout->setSpacing(theme.grid(1));
  layout->addWidget(m_title);
  layout->addWidget(m_subtitle);
  m_body->setContentsMargins(0, theme.grid(1), 0, 0);
  m_body->setSpacing(theme.grid(2));
  layout->addLayout(m_body, 1);
  // The body alone takes the room that is left over.
  for (TextLabel* label : {m_title, m_subtitle}) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
  }
  setTitle(title);
  setSubtitle(subtitle);
}

void Card::setTitle(const QString& title) {
  m_title->setText(title);
  setAccessibleName(title);
}

void Card::setSubtitle(const QString& subtitle) {
  m_subtitle->setText(subtitle);
  m_subtitle->setVisible(!subtitle.isEmpty());
}

} // namespace facet::gui
