#include "job_state.h"

#include <facet/workspace/job_model.h>
#include <facet/workspace/texts.h>

#include <algorithm>

namespace facet::workspace {

int JobModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant JobModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
    return {};
  }
  const JobState& state = *m_rows[static_cast<std::size_t>(index.row())].state;
  switch (role) {
  case Qt::DisplayRole:
    return Texts().say(state.spec.title);
  case IdRole:
    return state.id;
  case StepRole:
    return Texts().say(state.step());
  case FractionRole:
    return state.fraction() < 0 ? QVariant() : QVariant(state.fraction());
  case CancellableRole:
    return state.spec.cancelling == JobCancelling::Allowed && !state.stopRequested();
  case WaitingRole:
    return !state.hasBegun();
  case StoppingRole:
    return state.stopRequested();
  default:
    return {};
  }
}

QHash<int, QByteArray> JobModel::roleNames() const {
  return {
      {Qt::DisplayRole, "title"},       {IdRole, "id"},           {StepRole, "step"},        {FractionRole, "fraction"},
      {CancellableRole, "cancellable"}, {WaitingRole, "waiting"}, {StoppingRole, "stopping"}};
}

void JobModel::append(std::shared_ptr<JobState> state) {
  const int row = static_cast<int>(m_rows.size());
  beginInsertRows({}, row, row);
  m_rows.push_back({std::move(state)});
  endInsertRows();
}

void JobModel::remove(const JobState& state) {
  const auto found =
      std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.state.get() == &state; });
  if (found == m_rows.end()) {
    return;
  }
  const int row = static_cast<int>(found - m_rows.begin());
  beginRemoveRows({}, row, row);
  m_rows.erase(found);
  endRemoveRows();
}

void JobModel::refresh() {
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    const quint64 version = m_rows[i].state->version();
    if (version != m_rows[i].seenVersion) {
      m_rows[i].seenVersion = version;
      const QModelIndex changed = index(static_cast<int>(i));
      Q_EMIT dataChanged(changed, changed);
    }
  }
}

} // namespace facet::workspace
