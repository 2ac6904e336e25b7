#include "say.h"
#include "sections.h"

#include <facet/workspace/clinical_texts.h>
#include <facet/workspace/record_words.h>
#include <facet/workspace/response.h>

#include <algorithm>

namespace facet::reporting {
namespace {

using namespace clinical;
using workspace::Patient;
using workspace::Response;
using workspace::Segment;
using workspace::Texts;

constexpr double kDaysPerYear = 365.25;
const QString kDash = QStringLiteral("–");

/// "2", or "2–3" where a date leaves it open.
QString rangeText(qint64 least, qint64 most, const Texts& texts) {
  return least == most ? texts.count(least) : texts.count(least) + kDash + texts.count(most);
}

QString relapseText(const RelapseCount& count, const Texts& texts) {
  const auto certain = static_cast<qint64>(count.certain.size());
  return rangeText(certain, certain + static_cast<qint64>(count.possible.size()), texts);
}

QString rangeText(double least, double most, int decimals, const Texts& texts) {
  const QString a = texts.number(least, decimals);
  const QString b = texts.number(most, decimals);
  return a == b ? a : a + kDash + b;
}

class TreatmentTable {
public:
  TreatmentTable(const Patient& patient, const Texts& texts)
      : m_patient(patient)
      , m_texts(texts)
      , m_response(workspace::responseOf(patient.record, patient.dataDay)) {}

  [[nodiscard]] Table make() {
    Table table;
    table.columns = {
        {say(m_texts, FACET_TEXT("reporting", "Treatment")), ColumnKind::Text},
        {say(m_texts, FACET_TEXT("reporting", "Relapses in the year before")), ColumnKind::Number},
        {say(m_texts, FACET_TEXT("reporting", "Relapses under it")), ColumnKind::Number},
        {say(m_texts, FACET_TEXT("reporting", "Relapses per year (exact 95 % interval)")), ColumnKind::Number},
        {say(m_texts, FACET_TEXT("reporting", "EDSS before → last")), ColumnKind::Number},
        {say(m_texts, FACET_TEXT("reporting", "New T2 lesions, brain")), ColumnKind::Text},
        {say(m_texts, FACET_TEXT("reporting", "Stopped for")), ColumnKind::Text}};
    for (const Segment& segment : m_response.segments) {
      table.rows.push_back(row(segment));
    }
    table.notes = notes();
    return table;
  }
  [[nodiscard]] bool isEmpty() const { return m_response.segments.empty(); }

private:
  std::vector<Cell> row(const Segment& segment) {
    const Span& span = workspace::spanOf(m_response.exposure, segment);
    const Emphasis emphasis = segment.episode ? Emphasis::Strong : Emphasis::Secondary;
    std::vector<Cell> cells{{name(segment), period(segment, span), emphasis, {}}};
    if (segment.contradictory) {
      cells.resize(6);
      cells[5] = {say(m_texts, FACET_TEXT("reporting", "not counted: its stop lies before its start")), {}, {}, {}};
    } else {
      cells.push_back(yearBefore(segment));
      cells.push_back(relapses(segment));
      cells.push_back(rate(segment));
      cells.push_back(edss(segment));
      cells.push_back(lesions(segment));
    }
    cells.push_back({stopped(segment), {}, {}, {}});
    return cells;
  }

  [[nodiscard]] QString name(const Segment& segment) const {
    return segment.episode ? workspace::drugName(m_texts, m_response.exposure.episodes[*segment.episode])
                           : say(m_texts, FACET_TEXT("reporting", "No drug"));
  }

  [[nodiscard]] QString period(const Segment& segment, const Span& span) const {
    if (segment.episode) {
      const Episode& episode = m_response.exposure.episodes[*segment.episode];
      return episode.stop ? m_texts.date(episode.start) + QStringLiteral(" – ") + m_texts.date(*episode.stop)
                          : say(m_texts, FACET_TEXT("reporting", "since %1"), m_texts.date(episode.start));
    }
    const Episode& after = m_response.exposure.episodes[m_response.exposure.gaps[*segment.gap].after];
    const QString begin = after.stop ? m_texts.date(*after.stop) : m_texts.date(span.begin.earliest);
    const std::optional<std::size_t> before = m_response.exposure.gaps[*segment.gap].before;
    return before ? begin + QStringLiteral(" – ") + m_texts.date(m_response.exposure.episodes[*before].start)
                  : say(m_texts, FACET_TEXT("reporting", "since %1"), begin);
  }

  Cell yearBefore(const Segment& segment) {
    if (!segment.yearBefore) {
      return {};
    }
    Cell cell{relapseText(*segment.yearBefore, m_texts), {}, {}, {}};
    if (segment.onsetWithinYearBefore) {
      cell.below = say(m_texts, FACET_TEXT("reporting", "onset in it"));
    }
    return cell;
  }

  [[nodiscard]] Cell relapses(const Segment& segment) {
    Cell cell{relapseText(segment.relapses, m_texts), {}, {}, {}};
    cell.below = say(m_texts, FACET_TEXT("reporting", "in %1 y"),
                     rangeText(segment.days.least / kDaysPerYear, segment.days.most / kDaysPerYear, 2, m_texts));
    m_notExamined += static_cast<int>(segment.relapses.notExamined);
    return cell;
  }

  [[nodiscard]] Cell rate(const Segment& segment) const {
    if (!segment.rate) {
      return {say(m_texts, FACET_TEXT("reporting", "no time")), {}, Emphasis::Secondary, {}};
    }
    return {rangeText(segment.rate->lowest.rate, segment.rate->highest.rate, 2, m_texts),
            rangeText(segment.rate->lowest.lower, segment.rate->highest.upper, 2, m_texts),
            {},
            {}};
  }

  [[nodiscard]] Cell edss(const Segment& segment) const {
    const auto value = [&](const std::optional<std::size_t>& visit) {
      return visit ? workspace::edssText(m_texts, *m_patient.record.visits[*visit].edss) : kDash;
    };
    Cell cell{value(segment.edss.before) + QStringLiteral(" → ") + value(segment.edss.last), {}, {}, {}};
    if (segment.edss.lowest) {
      cell.below = say(m_texts, FACET_TEXT("reporting", "lowest %1"), value(segment.edss.lowest));
    }
    return cell;
  }

  Cell lesions(const Segment& segment) {
    const NewLesions& brain = segment.scans.brain;
    if (brain.intervals > 0 && brain.overlapping) {
      return {say(m_texts, FACET_TEXT("reporting", "no sum: scans compared over the same time")), {}, {}, {}};
    }
    if (brain.intervals > 0) {
      Cell cell{m_texts.count(brain.lesions),
                m_texts.translate("reporting", "on %n scan(s)", nullptr, static_cast<int>(brain.intervals)),
                {},
                {}};
      if (brain.notReported > 0) {
        cell.below += m_texts.translate("reporting", ", %n not reported", "scans", static_cast<int>(brain.notReported));
      }
      return cell;
    }
    const auto spans =
        std::any_of(segment.scans.intervals.begin(), segment.scans.intervals.end(), [&](const ScanInterval& interval) {
          return interval.comparison == clinical::Comparison::Compared && interval.place != ScanPlace::Under &&
                 showsBrain(m_patient.record.exams[interval.exam]);
        });
    if (spans) {
      m_spans = true;
      return {say(m_texts, FACET_TEXT("reporting", "spans the switch")), {}, Emphasis::Secondary, {}};
    }
    if (brain.notReported > 0) {
      return {say(m_texts, FACET_TEXT("reporting", "not reported")), {}, Emphasis::Secondary, {}};
    }
    return {segment.scans.hasScan() ? say(m_texts, FACET_TEXT("reporting", "not compared"))
                                    : say(m_texts, FACET_TEXT("reporting", "no scan")),
            {},
            Emphasis::Secondary,
            {}};
  }

  [[nodiscard]] QString stopped(const Segment& segment) const {
    if (!segment.episode) {
      return {};
    }
    const Episode& episode = m_response.exposure.episodes[*segment.episode];
    if (!episode.stop) {
      return say(m_texts, FACET_TEXT("reporting", "goes on"));
    }
    return episode.stopReason.empty() ? say(m_texts, FACET_TEXT("reporting", "not stated"))
                                      : workspace::stopReasonText(m_texts, episode.stopReason);
  }

  [[nodiscard]] QStringList notes() const {
    QStringList notes{
        say(m_texts, FACET_TEXT("reporting", "Treatment is started after relapses, so the rate falls without it too: "
                                             "the rates of one person tell nothing about which drug works better.")),
        say(m_texts,
            FACET_TEXT("reporting", "A relapse belongs to the time in which it began; no lag and no carry-over "
                                    "are applied."))};
    if (m_notExamined > 0) {
      notes << m_texts.translate("reporting", "%n of the relapses counted was (were) not examined.", nullptr,
                                 m_notExamined);
    }
    if (m_spans) {
      notes << say(m_texts,
                   FACET_TEXT("reporting", "New lesions between two scans belong to a drug only where both scans lie "
                                           "under it; else their interval spans the switch."));
    }
    return notes;
  }

  const Patient& m_patient;
  const Texts& m_texts;
  Response m_response;
  int m_notExamined = 0;
  bool m_spans = false;
};

Cell gradeCell(const std::optional<int>& grade, const Texts& texts) {
  return grade ? Cell{texts.count(*grade), {}, {}, {}} : Cell{kDash, {}, Emphasis::Secondary, {}};
}

std::vector<Cell> visitRow(const Visit& visit, const Texts& texts) {
  QString how = workspace::occasionText(texts, visit.occasion);
  if (visit.mode != ExaminationMode::Examined) {
    how += QStringLiteral(", ") + workspace::modeText(texts, visit.mode);
  }
  std::vector<Cell> cells{{texts.date(visit.date), {}, {}, {}}, {how, {}, {}, {}}};
  cells.push_back(visit.edss ? Cell{workspace::edssText(texts, *visit.edss), {}, Emphasis::Strong, {}}
                             : Cell{kDash, {}, Emphasis::Secondary, {}});
  for (const std::optional<int>& grade : visit.systems.grades) {
    cells.push_back(gradeCell(grade, texts));
  }
  cells.push_back(gradeCell(visit.systems.ambulation, texts));
  return cells;
}

} // namespace

Section treatmentSection(const Patient& patient, const Texts& texts) {
  Section section = makeSection(SectionId::Treatments, texts);
  TreatmentTable table(patient, texts);
  if (table.isEmpty()) {
    section.blocks.emplace_back(Paragraph{
        say(texts, FACET_TEXT("reporting", "No disease-modifying treatment is on record.")), Emphasis::Secondary});
    return section;
  }
  section.subtitle = say(texts, FACET_TEXT("reporting", "What happened under each treatment, up to the last contact"));
  section.blocks.emplace_back(table.make());
  return section;
}

Section visitSection(const Patient& patient, const Texts& texts) {
  Section section = makeSection(SectionId::Visits, texts);
  Table table;
  table.columns = {{say(texts, FACET_TEXT("reporting", "Date")), ColumnKind::Text},
                   {say(texts, FACET_TEXT("reporting", "Occasion")), ColumnKind::Text},
                   {say(texts, FACET_TEXT("reporting", "EDSS")), ColumnKind::Number}};
  for (std::size_t i = 0; i < kFunctionalSystems; ++i) {
    table.columns.push_back({workspace::shortSystemName(texts, static_cast<FunctionalSystem>(i)), ColumnKind::Number});
  }
  table.columns.push_back({say(texts, FACET_TEXT("reporting", "Amb")), ColumnKind::Number});
  int later = 0;
  for (auto visit = patient.record.visits.rbegin(); visit != patient.record.visits.rend(); ++visit) {
    if (visit->date > patient.dataDay) {
      ++later;
    } else {
      table.rows.push_back(visitRow(*visit, texts));
    }
  }
  if (later > 0) {
    table.notes << texts.translate("reporting", "%n visit(s) dated after the day of the data is (are) left out.",
                                   nullptr, later);
  }
  if (table.rows.empty()) {
    section.blocks.emplace_back(
        Paragraph{say(texts, FACET_TEXT("reporting", "No visit is on record.")), Emphasis::Secondary});
    return section;
  }
  QStringList names;
  for (std::size_t i = 0; i < kFunctionalSystems; ++i) {
    const auto system = static_cast<FunctionalSystem>(i);
    names << workspace::shortSystemName(texts, system) + QLatin1Char(' ') + workspace::systemName(texts, system);
  }
  table.notes.prepend(
      say(texts,
          FACET_TEXT("reporting", "Functional systems as examined, not converted: %1; Amb: ambulation score. A "
                                  "dash: not examined."),
          names.join(QStringLiteral(", "))));
  section.subtitle = say(texts, FACET_TEXT("reporting", "EDSS as entered and functional systems, newest first"));
  section.blocks.emplace_back(std::move(table));
  return section;
}

} // namespace facet::reporting
