#include <facet/charts/timeline_table.h>
#include <facet/charts/timeline_texts.h>

#include <QStringList>

namespace facet::charts {
namespace {

using workspace::Texts;

/// As far as a date is known: a year, a month or a day.
QString isoOf(const clinical::DayRange& when) {
  const auto date = [&](DatePrecision precision) { return PartialDate::fromEarliest(when.earliest, precision); };
  for (const DatePrecision precision : {DatePrecision::Day, DatePrecision::Month, DatePrecision::Year}) {
    if (clinical::rangeOf(date(precision)) == when) {
      return QString::fromStdString(date(precision).toIso());
    }
  }
  return QString::fromStdString(toIso(when.earliest) + "/" + toIso(when.latest));
}

/// A field without what would break its row.
QString field(QString text) {
  return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

} // namespace

void TimelineTable::setModel(std::shared_ptr<const TimelineModel> model) {
  beginResetModel();
  m_model = std::move(model);
  endResetModel();
}

int TimelineTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_model ? 0 : static_cast<int>(m_model->events().size());
}

int TimelineTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : Columns;
}

QVariant TimelineTable::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
    return {};
  }
  const auto row = static_cast<std::size_t>(index.row());
  const Texts texts;
  switch (index.column()) {
  case When:
    return whenText(*m_model, m_model->events()[row], texts);
  case LaneName:
    return laneTitle(*m_model, m_model->events()[row].lane, texts);
  case What:
    return describeEvent(*m_model, row, texts).title;
  default:
    return describeEvent(*m_model, row, texts).sentence;
  }
}

QVariant TimelineTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
    return {};
  }
  switch (section) {
  case When:
    return tr("When");
  case LaneName:
    return tr("Lane");
  case What:
    return tr("What");
  default:
    return tr("Details");
  }
}

QString toTsv(const TimelineModel& model) {
  const Texts texts = Texts::inLanguage(QStringLiteral("en")).valueOr(Texts());
  QStringList lines{QStringLiteral("from\tuntil\tlane\twhat\tdetails")};
  for (std::size_t i = 0; i < model.events().size(); ++i) {
    const TimelineEvent& event = model.events()[i];
    const EventText text = describeEvent(model, i, texts);
    lines << QStringList{isoOf(event.begin), event.end ? isoOf(*event.end) : QString(),
                         field(laneTitle(model, event.lane, texts)), field(text.title), field(text.sentence)}
                 .join(QLatin1Char('\t'));
  }
  return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace facet::charts
