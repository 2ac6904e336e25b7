#pragma once

#include <facet/workspace/navigator.h>
#include <facet/workspace/response.h>
#include <facet/workspace/texts.h>

#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

/// What happened under each treatment in words, for the response page and the report alike. `segment` is an index of
/// Response::segments; the response must be of the same record.
namespace facet::workspace {

/// A value and, below it in the secondary colour, what belongs to it: its interval, how it came about. Either may be
/// empty.
struct CellText {
  QString main;
  QString more;
};

/// One line of the table of treatments.
struct SegmentText {
  CellText treatment; ///< name, period
  CellText duration;  ///< "2.2 y", how it is bounded
  CellText relapses;  ///< "2", how many nobody examined
  CellText rate;      ///< per year, exact 95 % interval
  CellText edss;      ///< "2.0 → 3.0", lowest
  CellText lesions;   ///< new T2 lesions of scan intervals under it, of those that span its ends
  CellText ended;     ///< why it was stopped
};
[[nodiscard]] SegmentText segmentText(const clinical::PatientRecord& record, const Response& response,
                                      std::size_t segment, const Texts& texts);

/// The drug's name; for a gap what it follows.
[[nodiscard]] QString segmentName(const Response& response, std::size_t segment, const Texts& texts);
/// "1 Jun 2019 – 30 Aug 2021", "since Sep 2025".
[[nodiscard]] QString segmentPeriod(const Response& response, std::size_t segment, const Texts& texts);
/// "14 mo", "1.2–2.2 y": a length of which perhaps only bounds are known.
[[nodiscard]] QString lengthText(const clinical::Days& days, const Texts& texts);
/// What a reader must know before the numbers, each a full sentence: dates that contradict each other, drugs that are
/// not in the table, drugs at the same time, dates known in part.
[[nodiscard]] QStringList segmentWarnings(const clinical::PatientRecord& record, const Response& response,
                                          std::size_t segment, const Texts& texts);

/// The parts of what is known of a segment, in the order in which they stand.
enum class ResponsePart { Relapses, YearBefore, Edss, Lesions, Doses, SideEffects, Records };

/// How the numbers of a part are counted, as full sentences.
[[nodiscard]] QString definitionOf(ResponsePart part, const Texts& texts);

/// A record that a number was counted from, with its raw values.
struct RecordLine {
  QString when;
  QString what;
  QString detail;         ///< may be empty
  std::optional<Day> day; ///< its day, or the first that it can mean
  PageId page = PageId::Timeline;
};

struct FactRow {
  QString label;
  QString value;
  QString more; ///< may be empty
};

/// A part in words, with the records behind it.
struct ResponseFact {
  ResponsePart part = ResponsePart::Relapses;
  QString label;
  QString value;
  QString interval; ///< may be empty
  std::vector<FactRow> rows;
  QStringList notes; ///< full sentences
  QString definition;
  std::vector<RecordLine> records;
};
/// Parts that do not apply to the segment are left out; a contradictory one has only its records.
[[nodiscard]] std::vector<ResponseFact> factsOf(const clinical::PatientRecord& record, const Response& response,
                                                std::size_t segment, const Texts& texts);

/// A segment as plain text, with the records that were counted and the definitions, for a letter or a query.
[[nodiscard]] QString plainSegment(const clinical::PatientRecord& record, const Response& response, std::size_t segment,
                                   const Texts& texts);

/// The segment that a day lies in: a drug rather than a gap, of several drugs the one that began last; one that it lies
/// in perhaps where it lies in none for certain.
[[nodiscard]] std::optional<std::size_t> segmentAt(const Response& response, Day day);

} // namespace facet::workspace
