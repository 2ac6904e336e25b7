#include <facet/workspace/lesion_table.h>

#include <algorithm>
#include <cmath>

namespace facet::workspace {

namespace {

const QString kNone = QStringLiteral("–");

/// The order in which a reader looks: what is active first.
int urgency(const LesionRow& row) {
  if (!row.status) {
    return 0;
  }
  switch (*row.status) {
  case LesionStatus::New:
    return 0;
  case LesionStatus::Enlarging:
    return 1;
  case LesionStatus::Shrinking:
    return 2;
  case LesionStatus::NoLongerVisible:
    return 3;
  case LesionStatus::WithinError:
    return 4;
  case LesionStatus::Stable:
    break;
  }
  return 5;
}

double largest(const LesionRow& row) {
  return std::max(row.beforeMm3.value_or(0), row.afterMm3.value_or(0));
}

QString volume(const std::optional<double>& mm3, const Texts& texts) {
  return mm3 ? texts.number(*mm3, *mm3 < 10 ? 1 : 0) : kNone;
}

} // namespace

QString changeText(const LesionRow& row, const Texts& texts) {
  if (!row.beforeMm3 || !row.afterMm3) {
    return kNone;
  }
  const QString change = texts.number(row.changeMm3, 0);
  const QString sign = row.changeMm3 >= 0.5 ? QStringLiteral("+") : QString();
  if (!row.errorMm3) {
    return sign + change;
  }
  return QStringLiteral("%1%2 ± %3").arg(sign, change, texts.number(*row.errorMm3, 0));
}

void LesionTable::setPair(std::shared_ptr<const LesionPair> pair) {
  beginResetModel();
  m_pair = std::move(pair);
  refresh();
  endResetModel();
}

void LesionTable::setFilter(LesionFilter filter) {
  if (filter != m_filter) {
    beginResetModel();
    m_filter = filter;
    refresh();
    endResetModel();
  }
}

int LesionTable::countOf(LesionFilter filter) const {
  if (!m_pair) {
    return 0;
  }
  return static_cast<int>(std::count_if(m_pair->rows.begin(), m_pair->rows.end(),
                                        [&](const LesionRow& row) { return passes(row, filter); }));
}

bool LesionTable::hasChanges() const {
  return m_pair && m_pair->basis == LesionBasis::Identity;
}

bool LesionTable::passes(const LesionRow& row, LesionFilter filter) const {
  switch (filter) {
  case LesionFilter::Lesions:
    return row.counted;
  case LesionFilter::Active:
    return row.counted && isActive(row);
  case LesionFilter::All:
    break;
  }
  return true;
}

bool LesionTable::comesBefore(const LesionRow& a, const LesionRow& b) const {
  switch (m_sortColumn) {
  case LabelColumn:
    return a.label < b.label;
  case StatusColumn:
    return urgency(a) < urgency(b);
  case BeforeColumn:
    return a.beforeMm3.value_or(0) < b.beforeMm3.value_or(0);
  case AfterColumn:
    return a.afterMm3.value_or(0) < b.afterMm3.value_or(0);
  case ChangeColumn:
    return a.changeMm3 < b.changeMm3;
  default:
    return urgency(a) != urgency(b) ? urgency(a) < urgency(b) : largest(a) > largest(b);
  }
}

void LesionTable::refresh() {
  m_shown.clear();
  if (!m_pair) {
    return;
  }
  for (const LesionRow& row : m_pair->rows) {
    if (passes(row, m_filter)) {
      m_shown.push_back(&row);
    }
  }
  std::stable_sort(m_shown.begin(), m_shown.end(), [this](const LesionRow* a, const LesionRow* b) {
    return m_sortOrder == Qt::AscendingOrder || m_sortColumn < 0 ? comesBefore(*a, *b) : comesBefore(*b, *a);
  });
}

int LesionTable::rowOf(std::int64_t label) const {
  const auto at =
      std::find_if(m_shown.begin(), m_shown.end(), [&](const LesionRow* row) { return row->label == label; });
  return at == m_shown.end() ? -1 : static_cast<int>(at - m_shown.begin());
}

std::int64_t LesionTable::labelOf(int row) const {
  return m_shown[static_cast<std::size_t>(row)]->label;
}

int LesionTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int LesionTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : Columns;
}

QString LesionTable::cell(const LesionRow& row, int column) const {
  switch (column) {
  case LabelColumn:
    return QString::number(row.label);
  case StatusColumn:
    return row.status ? m_texts.say(markOf(*row.status).word) : kNone;
  case BeforeColumn:
    return volume(row.beforeMm3, m_texts);
  case AfterColumn:
    return volume(row.afterMm3, m_texts);
  default:
    return changeText(row, m_texts);
  }
}

QVariant LesionTable::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
    return {};
  }
  const LesionRow& row = *m_shown[static_cast<std::size_t>(index.row())];
  switch (role) {
  case Qt::DisplayRole:
    return cell(row, index.column());
  case Qt::TextAlignmentRole:
    return QVariant((index.column() == StatusColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  case Qt::ToolTipRole:
    return row.counted ? QVariant() : m_texts.say(FACET_TEXT("workspace", "Too small to count as a lesion"));
  case LabelRole:
    return QVariant::fromValue(static_cast<qint64>(row.label));
  case StatusRole:
    return row.status ? QVariant(static_cast<int>(*row.status)) : QVariant();
  case CountedRole:
    return row.counted;
  default:
    return {};
  }
}

QVariant LesionTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) {
    return {};
  }
  if (role == Qt::TextAlignmentRole) {
    return QVariant((section == StatusColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  }
  if (role != Qt::DisplayRole) {
    return {};
  }
  switch (section) {
  case LabelColumn:
    return m_texts.say(FACET_TEXT("workspace", "No."));
  case StatusColumn:
    return m_texts.say(FACET_TEXT("workspace", "Status"));
  case BeforeColumn:
    return m_texts.say(FACET_TEXT("workspace", "Prior mm³"));
  case AfterColumn:
    return m_texts.say(FACET_TEXT("workspace", "Now mm³"));
  default:
    return m_texts.say(FACET_TEXT("workspace", "Change mm³"));
  }
}

void LesionTable::sort(int column, Qt::SortOrder order) {
  Q_EMIT layoutAboutToBeChanged();
  const QModelIndexList before = persistentIndexList();
  QList<std::int64_t> labels;
  for (const QModelIndex& index : before) {
    labels << labelOf(index.row());
  }
  m_sortColumn = column;
  m_sortOrder = order;
  refresh();
  QModelIndexList after;
  for (qsizetype n = 0; n < before.size(); ++n) {
    after << index(rowOf(labels[n]), before[n].column());
  }
  changePersistentIndexList(before, after);
  Q_EMIT layoutChanged();
}

} // namespace facet::workspace
