#pragma once

#include <facet/charts/timeline_model.h>

#include <QAbstractTableModel>

#include <memory>

namespace facet::charts {

/// Everything on a timeline as a table: when, lane, what, details. One row an event, in the order of time.
class TimelineTable : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { When, LaneName, What, Details, Columns };

  using QAbstractTableModel::QAbstractTableModel;
  void setModel(std::shared_ptr<const TimelineModel> model);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  std::shared_ptr<const TimelineModel> m_model;
};

/// The same rows as tab-separated values for other programs: English, ISO 8601 dates, '.' as decimal sign. Columns
/// from, until, lane, what, details.
[[nodiscard]] QString toTsv(const TimelineModel& model);

} // namespace facet::charts
