#pragma once

#include <facet/workspace/patient_list.h>
#include <facet/workspace/texts.h>

#include <QAbstractTableModel>

#include <array>

namespace facet::workspace {

enum class Controls : std::uint8_t { Hidden, Shown };

/// The list of patients as a table: searched, filtered and sorted here, because a proxy model is too slow for 80,000
/// rows. Numbers are aligned to the right; units stand in the heads.
class PatientTable : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column {
    Id,
    SexColumn,
    Age,
    Phenotype,
    Duration,
    TreatmentColumn,
    EdssColumn,
    RelapsesInYear,
    LastVisit,
    LastScan,
    LastReport,
    Country,
    Columns
  };
  enum Role {
    IdRole = Qt::UserRole, ///< pseudonym of the row
    MissingRole            ///< whether the cell stands for nothing known
  };

  explicit PatientTable(QObject* parent = nullptr);

  void setRows(PatientRowsPtr rows);
  /// Shows those whose words contain every word of the text.
  void setSearch(const QString& text);
  void setWorklist(Worklist list);
  void setControls(Controls controls);

  [[nodiscard]] Worklist worklist() const { return m_worklist; }
  /// How many people a worklist has under the present search, controls as they are set.
  [[nodiscard]] int countOf(Worklist list) const { return m_counts[static_cast<std::size_t>(list)]; }
  /// The row that shows a person, or -1.
  [[nodiscard]] int rowOf(const QString& id) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
  /// Counts differ: other rows, another search or controls.
  void countsChanged();

private:
  void refresh();
  void sortShown();
  [[nodiscard]] const PatientRow& row(int shown) const;
  [[nodiscard]] QString cell(const PatientRow& row, Column column) const;

  Texts m_texts;
  PatientRowsPtr m_rows;
  std::vector<int> m_shown; ///< indices into m_rows
  QStringList m_search;
  Worklist m_worklist = Worklist::Everyone;
  Controls m_controls = Controls::Hidden;
  Column m_sortColumn = Id;
  Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
  std::array<int, 4> m_counts{};
};

} // namespace facet::workspace
