#include "say.h"
#include "sections.h"

#include <facet/workspace/response_texts.h>

#include <algorithm>

namespace facet::reporting {
namespace {

using workspace::Texts;

const Message kOwn = FACET_TEXT("reporting", "definition of Facet");

bool has(const Report& report, SectionId id) {
  return std::any_of(report.sections.begin(), report.sections.end(),
                     [&](const Section& section) { return section.id == id; });
}

QString datesDefinition(const std::optional<clinical::ReleaseDates>& dates, const Texts& texts) {
  if (!dates) {
    return say(texts, FACET_TEXT("reporting", "Whether the dates are those of the calendar is not known."));
  }
  switch (*dates) {
  case clinical::ReleaseDates::Exact:
    return say(texts, FACET_TEXT("reporting", "Dates are those of the calendar. A month or a year alone means that no "
                                              "more is known; it is never completed."));
  case clinical::ReleaseDates::Shifted:
    return say(texts,
               FACET_TEXT("reporting", "All dates of this person are shifted by the same, unknown number of days: "
                                       "times between them are right, calendar dates and seasons are not."));
  case clinical::ReleaseDates::YearOnly:
    break;
  }
  return say(texts, FACET_TEXT("reporting", "Only years were delivered; times between dates are known to a year."));
}

} // namespace

Section definitionSection(const Report& report, const MriFindings* mri, const ReportSource& source,
                          const Texts& texts) {
  Section section = makeSection(SectionId::Definitions, texts);
  const auto add = [&](const Message& term, const QString& text, const Message& from) {
    section.blocks.emplace_back(Definition{texts.say(term), text, texts.say(from)});
  };
  add(FACET_TEXT("reporting", "Dates"), datesDefinition(source.dates, texts),
      FACET_TEXT("reporting", "manifest of the release"));
  if (has(report, SectionId::Timeline)) {
    add(FACET_TEXT("reporting", "Course"),
        say(texts, FACET_TEXT("reporting", "Phenotypes as recorded, in the terms of Lublin 2014.")),
        FACET_TEXT("reporting", "Lublin et al., Neurology 2014;83:278"));
  }
  if (has(report, SectionId::Timeline) || has(report, SectionId::Visits) || has(report, SectionId::Treatments)) {
    add(FACET_TEXT("reporting", "EDSS"),
        say(texts,
            FACET_TEXT("reporting", "Expanded Disability Status Scale, 0 to 10, as the examiner entered it; drawn "
                                    "in steps, never interpolated.")),
        FACET_TEXT("reporting", "Kurtzke, Neurology 1983;33:1444"));
  }
  if (has(report, SectionId::Treatments)) {
    add(FACET_TEXT("reporting", "Relapses per year"), workspace::definitionOf(workspace::ResponsePart::Relapses, texts),
        FACET_TEXT("reporting", "exact interval of Garwood, Biometrika 1936;28:437"));
    add(FACET_TEXT("reporting", "EDSS under a treatment"),
        workspace::definitionOf(workspace::ResponsePart::Edss, texts), kOwn);
    add(FACET_TEXT("reporting", "New T2 lesions"), workspace::definitionOf(workspace::ResponsePart::Lesions, texts),
        kOwn);
  }
  if (mri != nullptr && mri->later && has(report, SectionId::KeyImages)) {
    add(FACET_TEXT("reporting", "Choice of images"),
        say(texts,
            FACET_TEXT("reporting", "The last two scans with images, in the first of FLAIR, T2w and T1w that both "
                                    "have. Up to three slices: those through the largest new lesions, then through "
                                    "those that enlarged most, at least 5 mm apart; without any, the slice with the "
                                    "largest lesion area; without a mask the middle one.")),
        kOwn);
  }
  if (mri != nullptr && mri->later && has(report, SectionId::Lesions)) {
    const lesions::CountingRule& counting = mri->rule.counting;
    add(FACET_TEXT("reporting", "Lesion"),
        say(texts,
            FACET_TEXT("reporting", "Longest diameter of at least %1 mm, seen on at least %2 slices or in %3 planes. "
                                    "Connected parts of a mask, touching by faces, are counted apart."),
            texts.number(counting.minLengthMm, 0), counting.minSlices, counting.minPlanes),
        FACET_TEXT("reporting", "practice of MS trials and MAGNIMS reading"));
    add(FACET_TEXT("reporting", "Status"),
        say(texts,
            FACET_TEXT("reporting",
                       "New and no longer visible go by presence alone, by the numbers of the reader's file. "
                       "Enlarging and shrinking are differences of volume beyond %1 standard deviations of "
                       "this pair's measurement error, within measurement error those beyond one, stable "
                       "those below. No longer visible does not mean healed."),
            texts.number(mri->rule.z, 2)),
        kOwn);
    add(FACET_TEXT("reporting", "Centre"),
        say(texts,
            FACET_TEXT("reporting", "Distance from the scanner's origin towards left or right, posterior or anterior, "
                                    "superior or inferior.")),
        FACET_TEXT("reporting", "DICOM PS3.3 C.7.6.2.1.1"));
  }
  return section;
}

} // namespace facet::reporting
