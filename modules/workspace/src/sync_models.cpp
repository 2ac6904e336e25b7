#include <facet/workspace/sync_models.h>

#include <array>

namespace facet::workspace {

namespace {

constexpr int kNumbers = static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);

QString outcomeText(const Texts& texts, storage::SyncRunState state) {
  switch (state) {
  case storage::SyncRunState::Running:
    return texts.say(FACET_TEXT("workspace", "did not end"));
  case storage::SyncRunState::Complete:
    return texts.say(FACET_TEXT("workspace", "complete"));
  case storage::SyncRunState::Cancelled:
    return texts.say(FACET_TEXT("workspace", "cancelled"));
  case storage::SyncRunState::Failed:
    break;
  }
  return texts.say(FACET_TEXT("workspace", "failed"));
}

QString moment(const Texts& texts, Instant instant) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(instant);
  const Day day = std::chrono::floor<std::chrono::days>(instant);
  const auto ofDay = (minutes - std::chrono::sys_time<std::chrono::minutes>(day)).count();
  return texts.date(day) +
         QStringLiteral(" %1:%2 UTC").arg(ofDay / 60, 2, 10, QLatin1Char('0')).arg(ofDay % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

void SyncRunModel::setRuns(std::vector<storage::SyncRun> runs) {
  beginResetModel();
  m_runs = std::move(runs);
  endResetModel();
}

int SyncRunModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int SyncRunModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : Columns;
}

QVariant SyncRunModel::data(const QModelIndex& index, int role) const {
  const storage::SyncRun& run = m_runs[static_cast<std::size_t>(index.row())];
  const auto column = static_cast<Column>(index.column());
  if (role == Qt::TextAlignmentRole) {
    return column >= Added ? QVariant(kNumbers) : QVariant();
  }
  if (role == Qt::ToolTipRole && column == Outcome && !run.failure.empty()) {
    return QString::fromStdString(run.failure);
  }
  if (role != Qt::DisplayRole) {
    return {};
  }
  switch (column) {
  case Started:
    return moment(m_texts, run.started);
  case Release:
    return QString::fromStdString(run.version);
  case Outcome:
    return outcomeText(m_texts, run.state);
  case Added:
    return m_texts.count(run.counts.added);
  case Changed:
    return m_texts.count(run.counts.changed);
  case Deleted:
    return m_texts.count(run.counts.deleted);
  case Unchanged:
    return m_texts.count(run.counts.unchanged);
  case Refused:
    return m_texts.count(run.counts.refused);
  case Images:
    return m_texts.count(run.counts.images);
  case Columns:
    break;
  }
  return {};
}

QVariant SyncRunModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) {
    return {};
  }
  if (role == Qt::TextAlignmentRole) {
    return section >= Added ? QVariant(kNumbers) : QVariant(static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter));
  }
  if (role != Qt::DisplayRole) {
    return {};
  }
  const std::array heads = {
      FACET_TEXT("workspace", "Started"),   FACET_TEXT("workspace", "Release"),   FACET_TEXT("workspace", "Outcome"),
      FACET_TEXT("workspace", "Added"),     FACET_TEXT("workspace", "Changed"),   FACET_TEXT("workspace", "Deleted"),
      FACET_TEXT("workspace", "Unchanged"), FACET_TEXT("workspace", "Not taken"), FACET_TEXT("workspace", "Images")};
  static_assert(heads.size() == Columns);
  return m_texts.say(heads[static_cast<std::size_t>(section)]);
}

void QuarantineModel::setEntries(std::vector<storage::QuarantineEntry> entries) {
  beginResetModel();
  m_entries = std::move(entries);
  endResetModel();
}

int QuarantineModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int QuarantineModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : Columns;
}

QVariant QuarantineModel::data(const QModelIndex& index, int role) const {
  const storage::QuarantineEntry& entry = m_entries[static_cast<std::size_t>(index.row())];
  if (role == Qt::TextAlignmentRole) {
    return index.column() == Line ? QVariant(kNumbers) : QVariant();
  }
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
    return {};
  }
  switch (static_cast<Column>(index.column())) {
  case File:
    return QString::fromStdString(entry.file);
  case Line:
    return entry.line > 0 ? m_texts.count(entry.line) : m_texts.say(FACET_TEXT("workspace", "all"));
  case Reason: {
    const QString reason = m_texts.say(entry.error.reason);
    const QString place = m_texts.say(entry.error.place);
    return place.isEmpty() ? reason : QStringLiteral("%1 (%2)").arg(reason, place);
  }
  case Columns:
    break;
  }
  return {};
}

QVariant QuarantineModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) {
    return {};
  }
  if (role == Qt::TextAlignmentRole) {
    return section == Line ? QVariant(kNumbers) : QVariant(static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter));
  }
  if (role != Qt::DisplayRole) {
    return {};
  }
  switch (static_cast<Column>(section)) {
  case File:
    return m_texts.say(FACET_TEXT("workspace", "File"));
  case Line:
    return m_texts.say(FACET_TEXT("workspace", "Line"));
  case Reason:
  case Columns:
    break;
  }
  return m_texts.say(FACET_TEXT("workspace", "Why it was not taken"));
}

} // namespace facet::workspace
