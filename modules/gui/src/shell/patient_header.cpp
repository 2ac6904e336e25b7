#include "patient_header.h"

#include "search_button.h"

#include <facet/gui/elided_label.h>

#include <QHBoxLayout>

#include <array>

namespace facet::gui {

using workspace::HeaderFact;
using workspace::Presence;
using workspace::Size;
using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {

/// A fact: small label over value.
QWidget* factView(const Theme& theme, const HeaderFact& fact, QWidget* parent) {
  auto* view = new QWidget(parent);
  auto* layout = new QVBoxLayout(view);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(1);
  auto* label = new ElidedLabel(theme, TypeSize::Small, TypeWeight::Regular, Token::TextSecondary);
  label->setText(fact.label);
  auto* value = new ElidedLabel(theme, TypeSize::Base, TypeWeight::Regular,
                                fact.presence == Presence::Missing ? Token::TextSecondary : Token::Text);
  value->setText(fact.value);
  value->setHint(fact.hint);
  value->setAccessibleName(fact.label + QStringLiteral(": ") + fact.value);
  value->setAccessibleDescription(fact.hint);
  layout->addStretch();
  layout->addWidget(label);
  layout->addWidget(value);
  layout->addStretch();
  return view;
}

} // namespace

PatientHeader::PatientHeader(const Theme& theme, QWidget* parent)
    : Panel(theme, Shape::Bar, parent)
    , m_theme(theme)
    , m_name(new ElidedLabel(theme, TypeSize::Title, TypeWeight::Strong, Token::Text))
    , m_facts(new QWidget)
    , m_search(new SearchButton(theme)) {
  setAccessibleName(tr("Patient"));
  setFixedHeight(theme.size(Size::Header));
  setEdges(Qt::BottomEdge);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(theme.grid(4), 0, theme.grid(4), 1);
  layout->setSpacing(theme.grid(6));
  layout->addWidget(m_name);
  layout->addWidget(m_facts, 1);
  layout->addWidget(m_search);
  connect(m_search, &QAbstractButton::clicked, this, &PatientHeader::searchRequested);
  setPatient(nullptr);
}

void PatientHeader::setPatient(const workspace::PatientPtr& patient) {
  auto* fresh = new QWidget;
  auto* row = new QHBoxLayout(fresh);
  row->setContentsMargins(0, 0, 0, 0);
  if (patient) {
    m_name->setText(QString::fromStdString(patient->record.person.id));
    m_name->setInk(Token::Text);
    for (const HeaderFact& fact : workspace::headerFacts(*patient, workspace::Texts())) {
      row->addWidget(factView(m_theme, fact, fresh));
    }
  } else {
    m_name->setText(tr("No patient open"));
    m_name->setInk(Token::TextSecondary);
  }
  row->addStretch(1);
  delete layout()->replaceWidget(m_facts, fresh);
  delete m_facts;
  m_facts = fresh;
  makeRoom();
}

void PatientHeader::resizeEvent(QResizeEvent* event) {
  Panel::resizeEvent(event);
  makeRoom();
}

// The facts come first: the search gives up its words, then the gaps shrink, and only then values end in "…".
void PatientHeader::makeRoom() {
  struct Step {
    SearchButton::Length search;
    int gap;
  };
  constexpr std::array kSteps = {Step{SearchButton::Length::Full, 6}, Step{SearchButton::Length::Short, 6},
                                 Step{SearchButton::Length::Short, 4}, Step{SearchButton::Length::Short, 3}};
  for (const Step& step : kSteps) {
    m_search->setLength(step.search);
    m_facts->layout()->setSpacing(m_theme.grid(step.gap));
    layout()->setSpacing(m_theme.grid(step.gap));
    m_facts->layout()->invalidate();
    if (layout()->sizeHint().width() <= width()) {
      return;
    }
  }
}

} // namespace facet::gui
