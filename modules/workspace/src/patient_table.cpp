#include <facet/workspace/clinical_texts.h>
#include <facet/workspace/patient_header.h>
#include <facet/workspace/patient_table.h>

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace facet::workspace {

using namespace clinical;

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
constexpr std::array kWorklists = {Worklist::Everyone, Worklist::RelapseInYear, Worklist::ScanNotReported,
                                   Worklist::NoVisitFor14Months};

double dayKey(const std::optional<Day>& day) {
  return day ? static_cast<double>(day->time_since_epoch().count()) : kMissing;
}

double dayKey(const std::optional<PartialDate>& date) {
  return date ? static_cast<double>(date->earliest().time_since_epoch().count()) : kMissing;
}

bool isNumber(int column) {
  switch (column) {
  case PatientTable::Age:
  case PatientTable::Duration:
  case PatientTable::EdssColumn:
  case PatientTable::RelapsesInYear:
  case PatientTable::LastVisit:
  case PatientTable::LastScan:
  case PatientTable::LastReport:
    return true;
  default:
    return false;
  }
}

/// Sorts by the number; NaN for missing. Age and duration rise as dates fall.
double sortKey(const PatientRow& row, PatientTable::Column column) {
  switch (column) {
  case PatientTable::Age:
    return -dayKey(row.birth);
  case PatientTable::Duration:
    return -dayKey(row.onset);
  case PatientTable::EdssColumn:
    return row.edss ? row.edss->tenths() : kMissing;
  case PatientTable::RelapsesInYear:
    return row.relapsesInYear;
  case PatientTable::LastVisit:
    return dayKey(row.lastVisit);
  case PatientTable::LastScan:
    return dayKey(row.lastScan);
  case PatientTable::LastReport:
    return dayKey(row.lastReport);
  default:
    return 0;
  }
}

} // namespace

PatientTable::PatientTable(QObject* parent)
    : QAbstractTableModel(parent) {}

void PatientTable::setRows(PatientRowsPtr rows) {
  m_rows = std::move(rows);
  refresh();
}

void PatientTable::setSearch(const QString& text) {
  QStringList words = text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  if (words != m_search) {
    m_search = std::move(words);
    refresh();
  }
}

void PatientTable::setWorklist(Worklist list) {
  if (list != m_worklist) {
    m_worklist = list;
    refresh();
  }
}

void PatientTable::setControls(Controls controls) {
  if (controls != m_controls) {
    m_controls = controls;
    refresh();
  }
}

void PatientTable::refresh() {
  beginResetModel();
  m_shown.clear();
  m_counts = {};
  const std::size_t count = m_rows ? m_rows->rows.size() : 0;
  for (std::size_t i = 0; i < count; ++i) {
    const PatientRow& person = m_rows->rows[i];
    const bool fits = std::all_of(m_search.begin(), m_search.end(),
                                  [&](const QString& word) { return m_rows->words[i].contains(word); });
    if (!fits || (person.kind == PersonKind::Control && m_controls == Controls::Hidden)) {
      continue;
    }
    for (const Worklist list : kWorklists) {
      if (belongsTo(person, list, m_rows->dataDay)) {
        ++m_counts[static_cast<std::size_t>(list)];
        if (list == m_worklist) {
          m_shown.push_back(static_cast<int>(i));
        }
      }
    }
  }
  sortShown();
  endResetModel();
  Q_EMIT countsChanged();
}

void PatientTable::sort(int column, Qt::SortOrder order) {
  if (column < 0 || column >= Columns) {
    return;
  }
  m_sortColumn = static_cast<Column>(column);
  m_sortOrder = order;
  Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
  const QModelIndexList before = persistentIndexList();
  std::vector<int> people;
  for (const QModelIndex& index : before) {
    people.push_back(m_shown[static_cast<std::size_t>(index.row())]);
  }
  sortShown();
  QModelIndexList after;
  for (qsizetype i = 0; i < before.size(); ++i) {
    const auto found = std::find(m_shown.begin(), m_shown.end(), people[static_cast<std::size_t>(i)]);
    after << index(static_cast<int>(found - m_shown.begin()), before[i].column());
  }
  changePersistentIndexList(before, after);
  Q_EMIT layoutChanged({}, VerticalSortHint);
}

void PatientTable::sortShown() {
  if (!m_rows) {
    return;
  }
  const bool rising = m_sortOrder == Qt::AscendingOrder;
  std::sort(m_shown.begin(), m_shown.end()); // by id
  if (m_sortColumn == Id) {
    if (!rising) {
      std::reverse(m_shown.begin(), m_shown.end());
    }
    return;
  }
  // Keys are made once for each row; what is missing stands last in either order.
  if (isNumber(m_sortColumn)) {
    std::vector<std::pair<double, int>> keys;
    keys.reserve(m_shown.size());
    for (const int i : m_shown) {
      keys.emplace_back(sortKey(m_rows->rows[static_cast<std::size_t>(i)], m_sortColumn), i);
    }
    std::stable_sort(keys.begin(), keys.end(), [rising](const auto& a, const auto& b) {
      if (std::isnan(a.first) || std::isnan(b.first)) {
        return !std::isnan(a.first) && std::isnan(b.first);
      }
      return rising ? a.first < b.first : b.first < a.first;
    });
    std::transform(keys.begin(), keys.end(), m_shown.begin(), [](const auto& key) { return key.second; });
    return;
  }
  std::vector<std::pair<QString, int>> keys;
  keys.reserve(m_shown.size());
  for (const int i : m_shown) {
    keys.emplace_back(cell(m_rows->rows[static_cast<std::size_t>(i)], m_sortColumn), i);
  }
  std::stable_sort(keys.begin(), keys.end(), [rising](const auto& a, const auto& b) {
    if (a.first.isEmpty() || b.first.isEmpty()) {
      return !a.first.isEmpty() && b.first.isEmpty();
    }
    return rising ? a.first < b.first : b.first < a.first;
  });
  std::transform(keys.begin(), keys.end(), m_shown.begin(), [](const auto& key) { return key.second; });
}

const PatientRow& PatientTable::row(int shown) const {
  return m_rows->rows[static_cast<std::size_t>(m_shown[static_cast<std::size_t>(shown)])];
}

int PatientTable::rowOf(const QString& id) const {
  const std::string key = id.toStdString();
  const auto found = std::find_if(m_shown.begin(), m_shown.end(),
                                  [&](int i) { return m_rows->rows[static_cast<std::size_t>(i)].id == key; });
  return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

int PatientTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int PatientTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : Columns;
}

/// What the cell says; empty where nothing is known.
QString PatientTable::cell(const PatientRow& row, Column column) const {
  const auto day = [&](const std::optional<Day>& date) { return date ? m_texts.date(*date) : QString(); };
  const bool patient = row.kind == PersonKind::Patient;
  switch (column) {
  case Id:
    return QString::fromStdString(row.id);
  case SexColumn:
    return row.sex == Sex::Unknown ? QString() : sexLetter(m_texts, row.sex);
  case Age: {
    const Day until = row.death ? std::min(row.death->earliest(), m_rows->dataDay) : m_rows->dataDay;
    const std::optional<AgeRange> age = row.deceased && !row.death ? std::nullopt : ageAt(row.birth, until);
    return age ? ageNumber(*age) : QString();
  }
  case Phenotype:
    if (!patient) {
      return m_texts.say(FACET_TEXT("workspace", "control"));
    }
    return row.course == Course::Unknown ? QString() : courseName(m_texts, row.course);
  case Duration:
    return row.onset ? m_texts.number(yearsBetween(row.onset->earliest(), m_rows->dataDay), 1) : QString();
  case TreatmentColumn: {
    QStringList names;
    for (const Treatment& treatment : row.treatments) {
      names << drugName(m_texts, treatment);
    }
    return names.join(QStringLiteral(", "));
  }
  case EdssColumn:
    return row.edss ? edssText(m_texts, *row.edss) : QString();
  case RelapsesInYear:
    return patient ? m_texts.count(row.relapsesInYear) : QString();
  case LastVisit:
    return day(row.lastVisit);
  case LastScan:
    return day(row.lastScan);
  case LastReport:
    return day(row.lastReport);
  case Country:
    return QString::fromStdString(row.country);
  case Columns:
    break;
  }
  return {};
}

QVariant PatientTable::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
    return {};
  }
  const auto column = static_cast<Column>(index.column());
  switch (role) {
  case Qt::DisplayRole: {
    const QString text = cell(row(index.row()), column);
    return text.isEmpty() ? QStringLiteral("–") : text;
  }
  case MissingRole:
    return cell(row(index.row()), column).isEmpty();
  case IdRole:
    return QString::fromStdString(row(index.row()).id);
  case Qt::TextAlignmentRole:
    return QVariant(isNumber(column) ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
  case Qt::ToolTipRole: {
    const PatientRow& person = row(index.row());
    if (column == EdssColumn && person.edssDate) {
      return m_texts.say(FACET_TEXT("workspace", "EDSS of %1").with(m_texts.date(*person.edssDate).toStdString()));
    }
    if (column == Phenotype && person.kind == PersonKind::Patient) {
      return courseLongName(m_texts, person.course);
    }
    return {};
  }
  default:
    return {};
  }
}

QVariant PatientTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) {
    return {};
  }
  if (role == Qt::TextAlignmentRole) {
    return QVariant(isNumber(section) ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
  }
  if (role != Qt::DisplayRole) {
    return {};
  }
  switch (static_cast<Column>(section)) {
  case Id:
    return m_texts.say(FACET_TEXT("workspace", "Patient"));
  case SexColumn:
    return m_texts.say(FACET_TEXT("workspace", "Sex"));
  case Age:
    return m_texts.say(FACET_TEXT("workspace", "Age, y"));
  case Phenotype:
    return m_texts.say(FACET_TEXT("workspace", "Phenotype"));
  case Duration:
    return m_texts.say(FACET_TEXT("workspace", "Duration, y"));
  case TreatmentColumn:
    return m_texts.say(FACET_TEXT("workspace", "Treatment"));
  case EdssColumn:
    return m_texts.say(FACET_TEXT("workspace", "EDSS"));
  case RelapsesInYear:
    return m_texts.say(FACET_TEXT("workspace", "Relapses, 12 mo"));
  case LastVisit:
    return m_texts.say(FACET_TEXT("workspace", "Last visit"));
  case LastScan:
    return m_texts.say(FACET_TEXT("workspace", "Last MRI"));
  case LastReport:
    return m_texts.say(FACET_TEXT("workspace", "Last report"));
  case Country:
    return m_texts.say(FACET_TEXT("workspace", "Country"));
  case Columns:
    break;
  }
  return {};
}

} // namespace facet::workspace
