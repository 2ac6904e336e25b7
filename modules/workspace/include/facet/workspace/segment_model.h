#pragma once

#include <facet/workspace/response_texts.h>
#include <facet/workspace/session.h>

#include <QAbstractTableModel>

#include <vector>

namespace facet::workspace {

/// The times under drugs and between them, by begin; a row is an index of Response::segments.
class SegmentModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column {
    TreatmentColumn,
    DurationColumn,
    RelapsesColumn,
    RateColumn,
    EdssColumn,
    LesionsColumn,
    EndedColumn,
    Columns
  };
  enum Role { MoreRole = Qt::UserRole }; ///< what stands under the value: QString

  using QAbstractTableModel::QAbstractTableModel;

  /// Shows a patient up to the day of the data, or none.
  void setPatient(const PatientPtr& patient);
  [[nodiscard]] const Response& response() const { return m_response; }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  Response m_response;
  std::vector<SegmentText> m_rows;
};

} // namespace facet::workspace
