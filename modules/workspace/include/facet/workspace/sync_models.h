#pragma once

#include <facet/storage/sync_state.h>
#include <facet/workspace/texts.h>

#include <QAbstractTableModel>

#include <vector>

namespace facet::workspace {

/// The syncs of one publisher, newest first.
class SyncRunModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { Started, Release, Outcome, Added, Changed, Deleted, Unchanged, Refused, Images, Columns };

  using QAbstractTableModel::QAbstractTableModel;

  void setRuns(std::vector<storage::SyncRun> runs);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  Texts m_texts;
  std::vector<storage::SyncRun> m_runs;
};

/// What of a publisher's release was not taken, by file and line.
class QuarantineModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { File, Line, Reason, Columns };

  using QAbstractTableModel::QAbstractTableModel;

  void setEntries(std::vector<storage::QuarantineEntry> entries);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  Texts m_texts;
  std::vector<storage::QuarantineEntry> m_entries;
};

} // namespace facet::workspace
