#pragma once

#include <facet/workspace/lesion_pair.h>
#include <facet/workspace/texts.h>

#include <QAbstractTableModel>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace facet::workspace {

/// Which lines of the lesion table are shown.
enum class LesionFilter : std::uint8_t {
  Lesions, ///< those that are large enough to count
  Active,  ///< of these the new and the enlarging ones
  All      ///< also components that are too small to count
};

/// The lesions of two visits, active ones first until another order is asked for.
class LesionTable : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { LabelColumn, StatusColumn, BeforeColumn, AfterColumn, ChangeColumn, Columns };
  enum Role {
    LabelRole = Qt::UserRole, ///< number of the lesion
    StatusRole,               ///< LesionStatus as int; invalid where it is not known
    CountedRole               ///< whether it counts as a lesion
  };

  using QAbstractTableModel::QAbstractTableModel;

  void setPair(std::shared_ptr<const LesionPair> pair);
  void setFilter(LesionFilter filter);
  [[nodiscard]] LesionFilter filter() const { return m_filter; }
  [[nodiscard]] int countOf(LesionFilter filter) const;
  /// Whether changes are known: without, only the number and the volume now have something to say.
  [[nodiscard]] bool hasChanges() const;
  /// The row that shows a lesion, or -1.
  [[nodiscard]] int rowOf(std::int64_t label) const;
  [[nodiscard]] std::int64_t labelOf(int row) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  /// A negative column is the first order.
  void sort(int column, Qt::SortOrder order) override;

private:
  void refresh();
  [[nodiscard]] bool passes(const LesionRow& row, LesionFilter filter) const;
  [[nodiscard]] bool comesBefore(const LesionRow& a, const LesionRow& b) const;
  [[nodiscard]] QString cell(const LesionRow& row, int column) const;

  Texts m_texts;
  std::shared_ptr<const LesionPair> m_pair;
  std::vector<const LesionRow*> m_shown;
  LesionFilter m_filter = LesionFilter::Lesions;
  int m_sortColumn = -1;
  Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

/// The change of a lesion's volume with its error: "+484 ± 120"; without numbers where one of them is missing.
[[nodiscard]] QString changeText(const LesionRow& row, const Texts& texts);

} // namespace facet::workspace
