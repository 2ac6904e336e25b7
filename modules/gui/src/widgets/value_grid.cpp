#include "value_grid.h"

#include <facet/gui/elided_label.h>
#include <facet/gui/paint.h>

#include <QGridLayout>
#include <QVBoxLayout>

namespace facet::gui {

using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {
constexpr int kLabelShare = 9;
constexpr int kValueShare = 12;
constexpr int kMoreShare = 9;
} // namespace

ValueGrid::ValueGrid(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
}

void ValueGrid::setRows(const std::vector<ValueRow>& rows) {
  delete m_content;
  m_firsts.clear();
  m_content = new QWidget;
  auto* grid = new QGridLayout(m_content);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(m_theme.grid(2));
  grid->setVerticalSpacing(m_theme.grid(2));
  bool anyMore = false;
  int line = 0;
  for (const ValueRow& row : rows) {
    const auto add = [&](const QString& text, TypeWeight weight, Token ink, int column) {
      auto* label = new TextLabel(m_theme, TypeSize::Dense, weight, ink);
      label->setText(text);
      label->setAlignment((column == 2 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
      grid->addWidget(label, line, column);
      return label;
    };
    QWidget* first = add(row.label, TypeWeight::Regular, Token::TextSecondary, 0);
    first->setAccessibleName(row.label);
    m_firsts.push_back(first);
    add(row.value, TypeWeight::Medium, Token::Text, 1);
    if (!row.more.isEmpty()) {
      add(row.more, TypeWeight::Regular, Token::TextSecondary, 2);
      anyMore = true;
    }
    ++line;
  }
  grid->setColumnStretch(0, kLabelShare);
  grid->setColumnStretch(1, kValueShare);
  grid->setColumnStretch(2, anyMore ? kMoreShare : 0);
  layout()->addWidget(m_content);
  setVisible(!rows.empty());
  update();
}

void ValueGrid::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  for (std::size_t i = 1; i < m_firsts.size(); ++i) {
    const int top = m_firsts[i]->mapTo(this, QPoint(0, 0)).y() - m_theme.grid(1);
    drawEdge(painter, QRectF(0, top, width(), 1), Edge::Top, m_theme.color(Token::Line));
  }
}

} // namespace facet::gui
