#pragma once

#include <facet/workspace/session.h>
#include <facet/workspace/texts.h>

#include <QAbstractTableModel>

#include <vector>

namespace facet::workspace {

/// The visits of a patient up to the day of the data, newest first: day, EDSS, occasion.
class VisitModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { DateColumn, EdssColumn, OccasionColumn, Columns };

  using QAbstractTableModel::QAbstractTableModel;

  void setPatient(const PatientPtr& patient);
  [[nodiscard]] Day day(int row) const { return m_visits[static_cast<std::size_t>(row)].date; }
  /// The newest row of a day, or -1.
  [[nodiscard]] int rowOf(Day day) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  Texts m_texts;
  std::vector<clinical::Visit> m_visits;
};

} // namespace facet::workspace
