#include "fact_view.h"

#include "../widgets/value_grid.h"
#include "record_button.h"

#include <facet/gui/elided_label.h>
#include <facet/gui/icons.h>
#include <facet/gui/paint.h>

#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace facet::gui {

using workspace::FactRow;
using workspace::RecordLine;
using workspace::ResponseFact;
using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {
constexpr std::size_t kMostRecords = 100;
} // namespace

FactView::FactView(const Theme& theme, const ResponseFact& fact, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_fact(fact)
    , m_toggle(new QToolButton) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, theme.grid(3), 0, theme.grid(2));
  column->setSpacing(theme.grid(1));
  const auto add = [&](const QString& text, TypeSize size, TypeWeight weight, Token ink) {
    auto* label = new TextLabel(theme, size, weight, ink);
    label->setText(text);
    column->addWidget(label);
  };
  add(fact.label, TypeSize::Dense, TypeWeight::Medium, Token::TextSecondary);
  add(fact.value, TypeSize::Title, TypeWeight::Strong, Token::Text);
  if (!fact.interval.isEmpty()) {
    add(fact.interval, TypeSize::Dense, TypeWeight::Regular, Token::TextSecondary);
  }
  if (!fact.rows.empty()) {
    auto* grid = new ValueGrid(theme);
    std::vector<ValueRow> rows;
    for (const FactRow& row : fact.rows) {
      rows.push_back({row.label, row.value, row.more});
    }
    grid->setRows(rows);
    column->addSpacing(theme.grid(1));
    column->addWidget(grid);
  }
  for (const QString& note : fact.notes) {
    add(note, TypeSize::Dense, TypeWeight::Regular, Token::Text);
  }
  m_toggle->setIcon(themedIcon(theme, Icon::ChevronRight));
  m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_toggle->setAutoRaise(true);
  m_toggle->setFocusPolicy(Qt::StrongFocus);
  m_toggle->setFont(theme.font(TypeSize::Dense));
  m_toggle->setIconSize({14, 14});
  m_toggle->setCheckable(true);
  m_toggle->setText(fact.records.empty() ? tr("How it is counted")
                                         : tr("How it is counted, records: %1").arg(fact.records.size()));
  m_toggle->setAccessibleName(fact.label + QStringLiteral(": ") + m_toggle->text());
  column->addWidget(m_toggle, 0, Qt::AlignLeft);
  connect(m_toggle, &QToolButton::toggled, this, [this](bool open) {
    m_toggle->setIcon(themedIcon(m_theme, open ? Icon::ChevronDown : Icon::ChevronRight));
    if (open && m_details == nullptr) {
      fillDetails();
    }
    if (m_details != nullptr) {
      m_details->setVisible(open);
    }
    Q_EMIT openChanged(open);
  });
}

bool FactView::isOpen() const {
  return m_toggle->isChecked();
}

void FactView::setOpen(bool open) {
  m_toggle->setChecked(open);
}

void FactView::fillDetails() {
  m_details = new QWidget;
  auto* column = new QVBoxLayout(m_details);
  column->setContentsMargins(m_theme.grid(2), 0, 0, 0);
  column->setSpacing(0);
  const auto add = [&](const QString& text) {
    auto* label = new TextLabel(m_theme, TypeSize::Dense, TypeWeight::Regular, Token::TextSecondary);
    label->setText(text);
    column->addWidget(label);
  };
  add(m_fact.definition);
  column->addSpacing(m_theme.grid(1));
  const std::size_t shown = std::min(m_fact.records.size(), kMostRecords);
  for (std::size_t i = 0; i < shown; ++i) {
    const RecordLine& line = m_fact.records[i];
    auto* button = new RecordButton(m_theme, line);
    column->addWidget(button);
    if (line.day) {
      connect(button, &QAbstractButton::clicked, this,
              [this, page = line.page, day = *line.day] { Q_EMIT recordChosen(page, day); });
    }
  }
  if (shown < m_fact.records.size()) {
    add(tr("The first %1 of %2; the table of the time line has all.").arg(shown).arg(m_fact.records.size()));
  }
  layout()->addWidget(m_details);
}

void FactView::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  drawEdge(painter, rect(), Edge::Top, m_theme.color(Token::Line));
}

} // namespace facet::gui
