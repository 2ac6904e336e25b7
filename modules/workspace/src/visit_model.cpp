#include <facet/workspace/clinical_texts.h>
#include <facet/workspace/record_words.h>
#include <facet/workspace/visit_model.h>

#include <algorithm>

namespace facet::workspace {

void VisitModel::setPatient(const PatientPtr& patient) {
  beginResetModel();
  m_visits.clear();
  if (patient) {
    std::copy_if(patient->record.visits.rbegin(), patient->record.visits.rend(), std::back_inserter(m_visits),
                 [&](const clinical::Visit& visit) { return visit.date <= patient->dataDay; });
  }
  endResetModel();
}

int VisitModel::rowOf(Day day) const {
  const auto found =
      std::find_if(m_visits.begin(), m_visits.end(), [&](const clinical::Visit& visit) { return visit.date == day; });
  return found == m_visits.end() ? -1 : static_cast<int>(found - m_visits.begin());
}

int VisitModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_visits.size());
}

int VisitModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : Columns;
}

QVariant VisitModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
    return {};
  }
  const clinical::Visit& visit = m_visits[static_cast<std::size_t>(index.row())];
  if (role == Qt::TextAlignmentRole) {
    return QVariant(index.column() == OccasionColumn ? Qt::AlignLeft | Qt::AlignVCenter
                                                     : Qt::AlignRight | Qt::AlignVCenter);
  }
  if (role == Qt::ToolTipRole) {
    return modeText(m_texts, visit.mode);
  }
  if (role != Qt::DisplayRole) {
    return {};
  }
  switch (index.column()) {
  case DateColumn:
    return m_texts.date(visit.date);
  case EdssColumn:
    return visit.edss ? edssText(m_texts, *visit.edss) : QStringLiteral("–");
  default:
    return occasionText(m_texts, visit.occasion);
  }
}

QVariant VisitModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) {
    return {};
  }
  if (role == Qt::TextAlignmentRole) {
    return QVariant(section == OccasionColumn ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
  }
  if (role != Qt::DisplayRole) {
    return {};
  }
  switch (section) {
  case DateColumn:
    return m_texts.say(FACET_TEXT("workspace", "Visit"));
  case EdssColumn:
    return m_texts.say(FACET_TEXT("workspace", "EDSS"));
  default:
    return m_texts.say(FACET_TEXT("workspace", "Occasion"));
  }
}

} // namespace facet::workspace
