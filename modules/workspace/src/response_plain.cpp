#include "say.h"

#include <facet/workspace/response_texts.h>

namespace facet::workspace {
namespace {

/// Everything of a fact, its records under it.
void addFact(QStringList& lines, const ResponseFact& fact) {
  lines << QString() << fact.label + QStringLiteral(": ") + fact.value;
  if (!fact.interval.isEmpty()) {
    lines << QStringLiteral("  ") + fact.interval;
  }
  for (const FactRow& row : fact.rows) {
    lines << QStringLiteral("  ") + row.label + QStringLiteral(": ") + row.value +
                 (row.more.isEmpty() ? QString() : QStringLiteral(", ") + row.more);
  }
  for (const QString& note : fact.notes) {
    lines << QStringLiteral("  ") + note;
  }
  for (const RecordLine& record : fact.records) {
    lines << QStringLiteral("  - ") + record.when + QStringLiteral(": ") + record.what +
                 (record.detail.isEmpty() ? QString() : QStringLiteral(" (") + record.detail + QLatin1Char(')'));
  }
}

} // namespace

QString plainSegment(const clinical::PatientRecord& record, const Response& response, std::size_t segment,
                     const Texts& texts) {
  QStringList lines{QString::fromStdString(record.person.id), segmentName(response, segment, texts) +
                                                                  QStringLiteral(", ") +
                                                                  segmentPeriod(response, segment, texts)};
  const SegmentText text = segmentText(record, response, segment, texts);
  lines << say(texts, FACET_TEXT("workspace", "Duration: %1"), text.duration.main) +
               (text.duration.more.isEmpty() ? QString() : QLatin1Char(' ') + text.duration.more);
  if (!text.ended.main.isEmpty() && response.segments[segment].episode) {
    lines << say(texts, FACET_TEXT("workspace", "Stopped for: %1"), text.ended.main);
  }
  lines << segmentWarnings(record, response, segment, texts);
  const std::vector<ResponseFact> facts = factsOf(record, response, segment, texts);
  for (const ResponseFact& fact : facts) {
    addFact(lines, fact);
  }
  lines << QString() << say(texts, FACET_TEXT("workspace", "How it is counted"));
  for (const ResponseFact& fact : facts) {
    lines << fact.label + QStringLiteral(": ") + fact.definition;
  }
  return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace facet::workspace
