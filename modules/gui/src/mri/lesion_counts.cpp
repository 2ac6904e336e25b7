#include "lesion_counts.h"

#include <facet/gui/elided_label.h>
#include <facet/workspace/texts.h>

#include <QGridLayout>
#include <QPainter>

namespace facet::gui {

using workspace::LesionStatus;
using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {

constexpr std::array kOrder = {LesionStatus::New,       LesionStatus::Enlarging,       LesionStatus::Stable,
                               LesionStatus::Shrinking, LesionStatus::NoLongerVisible, LesionStatus::WithinError};
constexpr int kColumns = 3;

class StatusShape final : public QWidget {
public:
  StatusShape(const Theme& theme, LesionStatus status)
      : m_theme(theme)
      , m_status(status) {
    setFixedSize(14, 14);
  }

protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    workspace::drawStatusShape(painter, rect(), m_status, m_theme);
  }

private:
  const Theme& m_theme;
  LesionStatus m_status;
};

} // namespace

LesionCounts::LesionCounts(const Theme& theme, QWidget* parent)
    : QWidget(parent) {
  setAccessibleName(tr("Lesions by what became of them"));
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(theme.grid(2));
  grid->setVerticalSpacing(theme.grid(1));
  const workspace::Texts texts;
  for (std::size_t n = 0; n < kOrder.size(); ++n) {
    const LesionStatus status = kOrder[n];
    auto* cell = new QGridLayout;
    cell->setHorizontalSpacing(theme.grid(1));
    cell->setVerticalSpacing(0);
    auto* number = new TextLabel(theme, TypeSize::Title, TypeWeight::Strong, workspace::markOf(status).text);
    number->setText(texts.count(0));
    auto* word = new TextLabel(theme, TypeSize::Dense, TypeWeight::Regular, Token::TextSecondary);
    word->setText(texts.say(workspace::markOf(status).word));
    word->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    cell->addWidget(new StatusShape(theme, status), 0, 0);
    cell->addWidget(number, 0, 1);
    cell->addWidget(word, 1, 0, 1, 2);
    cell->setColumnStretch(1, 1);
    cell->setRowStretch(1, 1);
    const auto place = static_cast<int>(n);
    grid->addLayout(cell, place / kColumns, place % kColumns);
    grid->setColumnStretch(place % kColumns, 1);
    m_numbers[static_cast<std::size_t>(status)] = number;
  }
}

void LesionCounts::setCounts(const std::array<std::size_t, lesions::kChangeStatuses>& counts) {
  const workspace::Texts texts;
  for (std::size_t n = 0; n < counts.size(); ++n) {
    m_numbers[n]->setText(texts.count(static_cast<qint64>(counts[n])));
    m_numbers[n]->setEnabled(counts[n] > 0);
  }
}

} // namespace facet::gui
