#include "say.h"
#include "sections.h"

#include <facet/workspace/clinical_texts.h>
#include <facet/workspace/record_words.h>
#include <facet/workspace/response.h>
#include <facet/workspace/response_texts.h>

#include <algorithm>

namespace facet::reporting {
namespace {

using namespace clinical;
using workspace::Patient;
using workspace::Response;
using workspace::Segment;
using workspace::Texts;

const QString kDash = QStringLiteral("–");

Cell cellOf(const workspace::CellText& text, Emphasis emphasis = Emphasis::Plain) {
  return {text.main, text.more, emphasis, {}};
}

Cell yearBeforeCell(const Segment& segment, const Texts& texts) {
  if (!segment.yearBefore) {
    return {};
  }
  const auto certain = static_cast<qint64>(segment.yearBefore->certain.size());
  const auto possible = static_cast<qint64>(segment.yearBefore->possible.size());
  Cell cell{texts.count(certain), {}, {}, {}};
  if (possible > 0) {
    cell.text += kDash + texts.count(certain + possible);
  }
  if (segment.onsetWithinYearBefore) {
    cell.below = say(texts, FACET_TEXT("reporting", "onset in it"));
  }
  return cell;
}

Table treatmentTable(const PatientRecord& record, const Response& response, const Texts& texts) {
  Table table;
  table.columns = {{say(texts, FACET_TEXT("reporting", "Treatment")), ColumnKind::Text},
                   {say(texts, FACET_TEXT("reporting", "Duration")), ColumnKind::Number},
                   {say(texts, FACET_TEXT("reporting", "Relapses in the year before")), ColumnKind::Number},
                   {say(texts, FACET_TEXT("reporting", "Relapses under it")), ColumnKind::Number},
                   {say(texts, FACET_TEXT("reporting", "Per year (exact 95 % interval)")), ColumnKind::Number},
                   {say(texts, FACET_TEXT("reporting", "EDSS before → last")), ColumnKind::Number},
                   {say(texts, FACET_TEXT("reporting", "New T2 lesions")), ColumnKind::Text},
                   {say(texts, FACET_TEXT("reporting", "Stopped for")), ColumnKind::Text}};
  bool gaps = false;
  for (std::size_t i = 0; i < response.segments.size(); ++i) {
    const Segment& segment = response.segments[i];
    const workspace::SegmentText text = workspace::segmentText(record, response, i, texts);
    table.rows.push_back({cellOf(text.treatment, segment.episode ? Emphasis::Strong : Emphasis::Secondary),
                          cellOf(text.duration), yearBeforeCell(segment, texts), cellOf(text.relapses),
                          cellOf(text.rate), cellOf(text.edss), cellOf(text.lesions), cellOf(text.ended)});
    gaps = gaps || segment.gap.has_value();
    const QStringList warnings =
        segment.episode ? workspace::segmentWarnings(record, response, i, texts) : QStringList();
    for (const QString& warning : warnings) {
      table.notes << workspace::segmentName(response, i, texts) + QStringLiteral(": ") + warning;
    }
  }
  if (gaps) {
    table.notes.prepend(say(
        texts, FACET_TEXT("reporting", "What happens after a drug was stopped may still belong to it, as what is left "
                                       "of its effect or as a rebound; it is counted in the time without a drug, where "
                                       "it began.")));
  }
  table.notes.prepend(
      say(texts, FACET_TEXT("reporting", "Treatment is started after relapses, so the rate falls without it too: the "
                                         "rates of one person tell nothing about which drug works better.")));
  return table;
}

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
  ResponseFigure figure;
  figure.record = std::make_shared<const PatientRecord>(patient.record);
  figure.response = std::make_shared<const Response>(workspace::responseOf(patient.record, patient.dataDay));
  if (figure.response->segments.empty()) {
    section.blocks.emplace_back(Paragraph{
        say(texts, FACET_TEXT("reporting", "No disease-modifying treatment is on record.")), Emphasis::Secondary});
    return section;
  }
  section.subtitle = say(texts, FACET_TEXT("reporting", "What happened under each treatment, up to the last contact"));
  section.blocks.emplace_back(treatmentTable(patient.record, *figure.response, texts));
  const bool anyEdss = std::any_of(patient.record.visits.begin(), patient.record.visits.end(),
                                   [](const Visit& visit) { return visit.edss.has_value(); });
  if (anyEdss) {
    figure.title = say(texts, FACET_TEXT("reporting", "EDSS under each treatment, from a year before its start"));
    section.blocks.emplace_back(std::move(figure));
  }
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
