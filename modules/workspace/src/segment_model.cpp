#include <facet/workspace/segment_model.h>

#include <QStringList>

namespace facet::workspace {
namespace {

const CellText& cellOf(const SegmentText& row, int column) {
  switch (column) {
  case SegmentModel::TreatmentColumn:
    return row.treatment;
  case SegmentModel::DurationColumn:
    return row.duration;
  case SegmentModel::RelapsesColumn:
    return row.relapses;
  case SegmentModel::RateColumn:
    return row.rate;
  case SegmentModel::EdssColumn:
    return row.edss;
  case SegmentModel::LesionsColumn:
    return row.lesions;
  default:
    return row.ended;
  }
}

bool isNumber(int column) {
  return column == SegmentModel::DurationColumn || column == SegmentModel::RelapsesColumn ||
         column == SegmentModel::RateColumn;
}

} // namespace

void SegmentModel::setPatient(const PatientPtr& patient) {
  beginResetModel();
  m_response = patient ? responseOf(patient->record, patient->dataDay) : Response();
  m_rows.clear();
  const Texts texts;
  for (std::size_t i = 0; i < m_response.segments.size(); ++i) {
    m_rows.push_back(segmentText(patient->record, m_response, i, texts));
  }
  endResetModel();
}

int SegmentModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SegmentModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : Columns;
}

QVariant SegmentModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) {
    return {};
  }
  const CellText& cell = cellOf(m_rows[static_cast<std::size_t>(index.row())], index.column());
  switch (role) {
  case Qt::DisplayRole:
    return cell.main;
  case MoreRole:
    return cell.more;
  case Qt::AccessibleTextRole:
  case Qt::ToolTipRole: {
    QStringList parts{cell.main, cell.more};
    parts.removeAll(QString());
    return parts.join(role == Qt::ToolTipRole ? QStringLiteral("\n") : QStringLiteral(", "));
  }
  case Qt::TextAlignmentRole:
    return isNumber(index.column()) ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                    : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
  default:
    return {};
  }
}

QVariant SegmentModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) {
    return {};
  }
  if (role == Qt::TextAlignmentRole) {
    return isNumber(section) ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
  }
  if (role != Qt::DisplayRole) {
    return {};
  }
  switch (section) {
  case TreatmentColumn:
    return tr("Treatment");
  case DurationColumn:
    return tr("Time");
  case RelapsesColumn:
    return tr("Relapses");
  case RateColumn:
    return tr("Rate per year");
  case EdssColumn:
    return tr("EDSS");
  case LesionsColumn:
    return tr("New T2 lesions");
  default:
    return tr("Stopped for");
  }
}

} // namespace facet::workspace
