#include "say.h"
#include "sections.h"

#include <facet/charts/time_scale.h>
#include <facet/workspace/overview.h>
#include <facet/workspace/patient_header.h>

#include <algorithm>

namespace facet::reporting {
namespace {

using workspace::Patient;
using workspace::Texts;

constexpr double kDaysPerYear = 365.25;

QString datesText(const std::optional<clinical::ReleaseDates>& dates, const Texts& texts) {
  if (!dates) {
    return say(texts, FACET_TEXT("reporting", "whether dates were shifted is not known"));
  }
  switch (*dates) {
  case clinical::ReleaseDates::Exact:
    return say(texts, FACET_TEXT("reporting", "exact dates"));
  case clinical::ReleaseDates::Shifted:
    return say(texts, FACET_TEXT("reporting", "all dates of this person are shifted by the same number of days"));
  case clinical::ReleaseDates::YearOnly:
    break;
  }
  return say(texts, FACET_TEXT("reporting", "only the years of dates were delivered"));
}

/// The lines of the overview as one paragraph.
QString paragraphOf(const std::vector<workspace::OverviewLine>& lines) {
  QStringList sentences;
  for (const workspace::OverviewLine& line : lines) {
    const QString end = line.sentence.endsWith(QLatin1Char('.')) ? QString() : QStringLiteral(".");
    sentences << (line.detail.isEmpty() ? line.sentence + end
                                        : line.sentence + QStringLiteral(" – ") + line.detail + QLatin1Char('.'));
  }
  return sentences.join(QLatin1Char(' '));
}

Section summarySection(const Patient& patient, const ReportChoice& choice, const Texts& texts) {
  Section section = makeSection(SectionId::Summary, texts);
  const std::optional<Day> since = choice.since ? choice.since : workspace::usualSince(patient);
  if (!since) {
    section.blocks.emplace_back(
        Paragraph{say(texts, FACET_TEXT("reporting", "No visit is on record, so that there is no day since which to "
                                                     "tell what is new.")),
                  Emphasis::Secondary});
    return section;
  }
  section.title = say(texts, FACET_TEXT("reporting", "New since the visit of %1"), texts.date(*since));
  const auto lines = workspace::overviewSince(patient, *since, texts);
  section.blocks.emplace_back(Paragraph{paragraphOf(lines), Emphasis::Plain});
  return section;
}

Section timelineSection(const Patient& patient, const ReportChoice& choice, const Texts& texts) {
  Section section = makeSection(SectionId::Timeline, texts);
  TimelineFigure figure;
  figure.model = std::make_shared<const charts::TimelineModel>(
      std::make_shared<const clinical::PatientRecord>(patient.record), patient.dataDay);
  if (figure.model->isEmpty()) {
    section.blocks.emplace_back(
        Paragraph{say(texts, FACET_TEXT("reporting", "Nothing with a date is on record.")), Emphasis::Secondary});
    return section;
  }
  charts::TimeWindow window(figure.model->extent());
  if (choice.timelineYears) {
    const double last = charts::toNumber(patient.dataDay) + 1;
    window.show(last - *choice.timelineYears * kDaysPerYear, last);
    section.subtitle = texts.translate("reporting", "The last %n year(s)", nullptr, *choice.timelineYears);
  }
  figure.view.first = window.first();
  figure.view.last = window.last();
  section.blocks.emplace_back(std::move(figure));
  return section;
}

std::vector<std::pair<QString, QString>> factsOf(const Patient& patient, const Texts& texts) {
  std::vector<std::pair<QString, QString>> facts;
  for (const workspace::HeaderFact& fact : workspace::headerFacts(patient, texts)) {
    facts.emplace_back(fact.label, fact.value);
  }
  return facts;
}

} // namespace

QString sectionTitle(SectionId section, const Texts& texts) {
  switch (section) {
  case SectionId::Summary:
    return say(texts, FACET_TEXT("reporting", "Summary"));
  case SectionId::Timeline:
    return say(texts, FACET_TEXT("reporting", "Course"));
  case SectionId::Treatments:
    return say(texts, FACET_TEXT("reporting", "Treatments"));
  case SectionId::Visits:
    return say(texts, FACET_TEXT("reporting", "Visits"));
  case SectionId::Scans:
    return say(texts, FACET_TEXT("reporting", "MRI scans"));
  case SectionId::KeyImages:
    return say(texts, FACET_TEXT("reporting", "Key images"));
  case SectionId::Lesions:
    return say(texts, FACET_TEXT("reporting", "Lesions"));
  case SectionId::Definitions:
    break;
  }
  return say(texts, FACET_TEXT("reporting", "Definitions"));
}

Section makeSection(SectionId id, const Texts& texts) {
  Section section;
  section.id = id;
  section.title = sectionTitle(id, texts);
  return section;
}

Report makeReport(const Patient& patient, const MriFindings* mri, const ReportSource& source,
                  const ReportChoice& choice, const Texts& texts) {
  Report report;
  report.texts = texts;
  report.title = say(texts, FACET_TEXT("reporting", "Patient report"));
  report.patientId = QString::fromStdString(patient.record.person.id);
  report.facts = factsOf(patient, texts);
  report.dataLine = say(texts, FACET_TEXT("reporting", "Data of %1; %2"), texts.date(patient.dataDay),
                        datesText(source.dates, texts));
  if (source.cache == workspace::CacheKind::Demo) {
    report.syntheticLine = say(texts, FACET_TEXT("reporting", "Synthetic data: this person does not exist"));
  }
  report.researchLine =
      say(texts, FACET_TEXT("reporting", "For research. Not for diagnosis and not for decisions about treatment."));
  report.pageLine = say(texts, FACET_TEXT("reporting", "Page %1 of %2"));
  const auto add = [&](SectionId id, auto make) {
    if (choice.has(id)) {
      report.sections.push_back(make());
    }
  };
  add(SectionId::Summary, [&] { return summarySection(patient, choice, texts); });
  add(SectionId::Timeline, [&] { return timelineSection(patient, choice, texts); });
  const bool control = patient.record.person.kind == clinical::PersonKind::Control;
  if (!control || !patient.record.treatments.empty()) {
    add(SectionId::Treatments, [&] { return treatmentSection(patient, texts); });
  }
  add(SectionId::Visits, [&] { return visitSection(patient, texts); });
  add(SectionId::Scans, [&] { return scanSection(patient, texts); });
  add(SectionId::KeyImages, [&] { return keyImageSection(mri, texts); });
  add(SectionId::Lesions, [&] { return lesionSection(mri, texts); });
  add(SectionId::Definitions, [&] { return definitionSection(report, mri, source, texts); });
  return report;
}

} // namespace facet::reporting
