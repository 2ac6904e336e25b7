#include "say.h"
#include "sections.h"

#include <facet/clinical/course.h>
#include <facet/workspace/record_words.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace facet::reporting {
namespace {

using workspace::pluralCount;
using namespace clinical;
using lesions::ChangeStatus;
using rendering::Plane;
using workspace::LesionStatus;
using workspace::Patient;
using workspace::Texts;

const QString kDot = QStringLiteral(" · ");

LesionStatus statusOf(ChangeStatus status) {
  switch (status) {
  case ChangeStatus::New:
    return LesionStatus::New;
  case ChangeStatus::Enlarging:
    return LesionStatus::Enlarging;
  case ChangeStatus::Stable:
    return LesionStatus::Stable;
  case ChangeStatus::Shrinking:
    return LesionStatus::Shrinking;
  case ChangeStatus::NoLongerVisible:
    return LesionStatus::NoLongerVisible;
  case ChangeStatus::WithinError:
    break;
  }
  return LesionStatus::WithinError;
}

QString dayOf(const storage::StoredSession& session, const Texts& texts) {
  return session.date
             ? texts.date(*session.date)
             : say(texts, FACET_TEXT("reporting", "Scan %1, day not known"), QString::fromStdString(session.label));
}

Cell countCell(const std::optional<int>& count, const Texts& texts) {
  return count ? Cell{texts.count(*count), {}, {}, {}}
               : Cell{say(texts, FACET_TEXT("reporting", "not reported")), {}, Emphasis::Secondary, {}};
}

/// What the counts of an exam hold against.
Cell comparedCell(const PatientRecord& record, const MriExam& exam, const Texts& texts) {
  if (exam.comparatorId.empty()) {
    return {say(texts, FACET_TEXT("reporting", "no earlier scan")), {}, Emphasis::Secondary, {}};
  }
  const auto found = std::find_if(record.exams.begin(), record.exams.end(),
                                  [&](const MriExam& other) { return other.id == exam.comparatorId; });
  if (found == record.exams.end() || found->date >= exam.date) {
    return {say(texts, FACET_TEXT("reporting", "a scan not on record")), {}, Emphasis::Secondary, {}};
  }
  return {texts.date(found->date), {}, {}, {}};
}

Cell newCell(const MriExam& exam, const std::optional<int>& count, const Texts& texts) {
  if (!count && exam.comparatorId.empty()) {
    return {say(texts, FACET_TEXT("reporting", "not compared")), {}, Emphasis::Secondary, {}};
  }
  return countCell(count, texts);
}

Cell enhancingCell(const MriExam& exam, const Texts& texts) {
  if (exam.contrast == ContrastGiven::No) {
    return {say(texts, FACET_TEXT("reporting", "no contrast given")), {}, Emphasis::Secondary, {}};
  }
  Cell cell = countCell(exam.enhancing, texts);
  if (exam.contrast == ContrastGiven::Unknown) {
    cell.below = say(texts, FACET_TEXT("reporting", "contrast not stated"));
  }
  return cell;
}

std::vector<Cell> examRow(const PatientRecord& record, const MriExam& exam, const Texts& texts) {
  Cell scanner{QString::fromStdString(exam.scanner), {}, {}, {}};
  if (exam.scanner.empty()) {
    scanner = {say(texts, FACET_TEXT("reporting", "not stated")), {}, Emphasis::Secondary, {}};
  }
  if (exam.fieldTesla) {
    scanner.text += QStringLiteral(", ") + texts.number(*exam.fieldTesla, 1) + QStringLiteral(" T");
  }
  return {{texts.date(exam.date), {}, {}, {}},
          {workspace::regionText(texts, exam), {}, {}, {}},
          scanner,
          comparedCell(record, exam, texts),
          newCell(exam, exam.newT2, texts),
          newCell(exam, exam.enlargingT2, texts),
          enhancingCell(exam, texts)};
}

QString planeName(Plane plane, const Texts& texts) {
  switch (plane) {
  case Plane::Axial:
    return say(texts, FACET_TEXT("reporting", "Axial"));
  case Plane::Coronal:
    return say(texts, FACET_TEXT("reporting", "Coronal"));
  case Plane::Sagittal:
    break;
  }
  return say(texts, FACET_TEXT("reporting", "Sagittal"));
}

SlicePicture pictureOf(const KeySlice& slice, Plane plane, const Texts& texts) {
  SlicePicture picture;
  picture.image = slice.image;
  picture.mmPerPixel = slice.mmPerPixel;
  for (std::size_t i = 0; i < slice.letters.size(); ++i) {
    picture.letters[i] = QString::fromStdString(slice.letters[i]);
  }
  picture.pointer = slice.pointer;
  picture.caption = say(texts, FACET_TEXT("reporting", "%1 slice %2 of %3"), planeName(plane, texts),
                        texts.count(slice.number), texts.count(slice.count));
  return picture;
}

QString volumeText(double mm3, const Texts& texts) {
  return texts.number(mm3, mm3 < 9.95 ? 1 : 0);
}

QString correspondenceText(const KeyPlace& place, const Texts& texts) {
  switch (place.correspondence) {
  case Correspondence::ThisLesion:
    return say(texts, FACET_TEXT("reporting", "Each slice goes through the middle of the lesion at that scan."));
  case Correspondence::Registration:
    return say(texts, FACET_TEXT("reporting", "The earlier slice was found by the stored registration; both are shown "
                                              "as acquired."));
  case Correspondence::Lesions:
    return texts.translate("reporting",
                           "The earlier slice was found by where %n lesion(s) seen at both scans lie; both are shown "
                           "as acquired, so that the head may be tilted differently.",
                           nullptr, pluralCount(place.lesionsUsed));
  case Correspondence::SameCoordinates:
    return say(texts, FACET_TEXT("reporting", "The scans are not registered: both slices lie at equal coordinates of "
                                              "the scanner, which may be another place in the head."));
  case Correspondence::Itself:
    break;
  }
  return {};
}

QString placeTitle(const MriFindings& mri, const KeyPlace& place, const Texts& texts) {
  if (place.reason == KeyReason::LargestArea) {
    return say(texts, FACET_TEXT("reporting", "The slice with the largest lesion area"));
  }
  if (place.reason == KeyReason::MiddleSlice || !place.lesion) {
    return say(texts, FACET_TEXT("reporting", "The middle slice, because no lesion mask is at hand"));
  }
  const auto lesion = std::find_if(mri.lesions.begin(), mri.lesions.end(), [&](const LesionFinding& finding) {
    return finding.change.label == place.lesion->label;
  });
  const QString word = texts.say(workspace::markOf(statusOf(place.lesion->status)).word);
  const QString where = lesion == mri.lesions.end() ? QString() : placeText(lesion->centroid, texts);
  return place.lesion->beforeMm3
             ? say(texts, FACET_TEXT("reporting", "Lesion %1, %2: %3 → %4 mm³ · %5 mm"), place.lesion->label, word,
                   volumeText(*place.lesion->beforeMm3, texts), volumeText(place.lesion->afterMm3.value_or(0), texts),
                   where)
             : say(texts, FACET_TEXT("reporting", "Lesion %1, %2: %3 mm³ · %4 mm"), place.lesion->label, word,
                   volumeText(place.lesion->afterMm3.value_or(0), texts), where);
}

SliceRow rowOf(const MriFindings& mri, const KeyPlace& place, const Texts& texts) {
  SliceRow row;
  row.title = placeTitle(mri, place, texts);
  if (place.lesion) {
    row.status = statusOf(place.lesion->status);
  }
  row.note = correspondenceText(place, texts);
  const auto add = [&](const std::optional<KeySlice>& slice, const ScanFinding& scan, const QString& suffix) {
    if (!slice) {
      return;
    }
    SlicePicture picture = pictureOf(*slice, place.plane, texts);
    picture.heading = dayOf(scan.session, texts) + kDot + QString::fromStdString(scan.image.sequence);
    picture.caption += suffix;
    row.pictures.push_back(std::move(picture));
  };
  if (mri.earlier) {
    add(place.earlier, *mri.earlier, {});
  }
  add(place.later, *mri.later, {});
  add(place.outlined, *mri.later, QStringLiteral(", ") + say(texts, FACET_TEXT("reporting", "outlined")));
  return row;
}

QString notComparedText(Comparison comparison, const Texts& texts) {
  switch (comparison) {
  case Comparison::OneScan:
    return say(texts, FACET_TEXT("reporting", "Not compared: there is one scan with images."));
  case Comparison::NoMask:
    return say(texts, FACET_TEXT("reporting", "Not compared: a lesion mask is missing at one of the two scans."));
  case Comparison::NoIdentity:
    return say(texts, FACET_TEXT("reporting", "Not compared: the masks do not say which lesion of one scan is which of "
                                              "the other."));
  case Comparison::OtherReader:
    return say(texts, FACET_TEXT("reporting", "Not compared: the masks of the two scans come from different readers."));
  case Comparison::Compared:
    break;
  }
  return {};
}

QString scanCounts(const ScanFinding& scan, const Texts& texts) {
  if (!scan.mask) {
    return say(texts, FACET_TEXT("reporting", "%1: no lesion mask."), dayOf(scan.session, texts));
  }
  const QString by = scan.mask->madeBy.empty() ? say(texts, FACET_TEXT("reporting", "who drew it is not stated"))
                                               : QString::fromStdString(scan.mask->madeBy);
  return texts
      .translate("reporting", "%1 (%2; %3): %n lesion(s), %4 connected part(s).", nullptr,
                 pluralCount(scan.counts.lesions))
      .arg(dayOf(scan.session, texts), QString::fromStdString(scan.image.sequence), by,
           texts.count(static_cast<qint64>(scan.counts.components)));
}

QString statusCounts(const MriFindings& mri, const Texts& texts) {
  std::array<int, lesions::kChangeStatuses> counts{};
  for (const LesionFinding& lesion : mri.lesions) {
    ++counts[static_cast<std::size_t>(lesion.change.status)];
  }
  QStringList parts;
  for (const ChangeStatus status : {ChangeStatus::New, ChangeStatus::Enlarging, ChangeStatus::Shrinking,
                                    ChangeStatus::NoLongerVisible, ChangeStatus::WithinError, ChangeStatus::Stable}) {
    const int count = counts[static_cast<std::size_t>(status)];
    if (count > 0 || status == ChangeStatus::New || status == ChangeStatus::Enlarging) {
      parts << texts.count(count) + QLatin1Char(' ') + texts.say(workspace::markOf(statusOf(status)).word);
    }
  }
  return say(texts, FACET_TEXT("reporting", "Between the two scans: %1."), parts.join(QStringLiteral(", ")));
}

QString noiseText(const MriFindings& mri, const Texts& texts) {
  const QString border = texts.number(mri.noise.borderMm, 2);
  if (mri.noise.origin == lesions::PairNoise::Origin::Measured) {
    return say(texts,
               FACET_TEXT("reporting", "Measurement error of this pair: the drawn border moves by %1 mm (one standard "
                                       "deviation), measured on %2 lesions seen at both scans. It is no scan–rescan "
                                       "error."),
               border, mri.noise.lesions);
  }
  return say(texts,
             FACET_TEXT("reporting",
                        "Measurement error of this pair: the drawn border is assumed to move by %1 mm (one "
                        "standard deviation), from the size of the voxels, because only %2 lesions are "
                        "seen at both scans."),
             border, mri.noise.lesions);
}

Cell numberCell(const std::optional<double>& value, const Texts& texts) {
  return value ? Cell{volumeText(*value, texts), {}, {}, {}} : Cell{QStringLiteral("–"), {}, Emphasis::Secondary, {}};
}

Table lesionTable(const MriFindings& mri, const Texts& texts) {
  const bool compared = mri.comparison == Comparison::Compared;
  const auto volumeOn = [&](const ScanFinding& scan) -> Column {
    return {say(texts, FACET_TEXT("reporting", "Volume on %1, mm³"), dayOf(scan.session, texts)), ColumnKind::Number};
  };
  Table table;
  table.columns = {{say(texts, FACET_TEXT("reporting", "Lesion")), ColumnKind::Number}};
  if (compared) {
    table.columns.push_back({say(texts, FACET_TEXT("reporting", "Status")), ColumnKind::Text});
  }
  table.columns.push_back({say(texts, FACET_TEXT("reporting", "Centre, mm")), ColumnKind::Text});
  if (compared) {
    table.columns.push_back(volumeOn(*mri.earlier));
  }
  table.columns.push_back(volumeOn(*mri.later));
  if (compared) {
    table.columns.push_back({say(texts, FACET_TEXT("reporting", "Change, mm³")), ColumnKind::Number});
    table.columns.push_back({say(texts, FACET_TEXT("reporting", "Error (95 %), mm³")), ColumnKind::Number});
  }
  table.columns.push_back({say(texts, FACET_TEXT("reporting", "Longest diameter, mm")), ColumnKind::Number});
  for (const LesionFinding& lesion : mri.lesions) {
    std::vector<Cell> row{{texts.count(lesion.change.label), {}, {}, {}}};
    if (compared) {
      const LesionStatus status = statusOf(lesion.change.status);
      row.push_back({texts.say(workspace::markOf(status).word), {}, {}, status});
    }
    row.push_back({placeText(lesion.centroid, texts), {}, {}, {}});
    if (compared) {
      row.push_back(numberCell(lesion.change.beforeMm3, texts));
    }
    row.push_back(numberCell(lesion.change.afterMm3, texts));
    if (compared) {
      const double change = lesion.change.changeMm3;
      const int decimals = std::abs(change) < 9.95 ? 1 : 0;
      row.push_back({(change > 0 ? QStringLiteral("+") : QString()) + texts.number(change, decimals), {}, {}, {}});
      row.push_back(lesion.change.errorMm3
                        ? Cell{QStringLiteral("±\u202f") + volumeText(*lesion.change.errorMm3, texts), {}, {}, {}}
                        : Cell{QStringLiteral("–"), {}, Emphasis::Secondary, {}});
    }
    row.push_back({texts.number(lesion.longestDiameterMm, 1), {}, {}, {}});
    table.rows.push_back(std::move(row));
  }
  return table;
}

Paragraph missing(const QString& text) {
  return {text, Emphasis::Secondary};
}

/// Why there is nothing to show, or an empty text.
QString nothingText(const MriFindings* mri, const Texts& texts) {
  if (mri == nullptr) {
    return say(texts, FACET_TEXT("reporting", "The images were not read for this report."));
  }
  return mri->later ? QString() : say(texts, FACET_TEXT("reporting", "No images are in this copy."));
}

} // namespace

QString placeText(LpsPoint point, const Texts& texts) {
  const auto part = [&](double value, char16_t positive, char16_t negative) {
    return QString(QChar(value < 0 ? negative : positive)) + QChar(0xa0) + texts.number(std::abs(value), 1);
  };
  return part(point.l, u'L', u'R') + QLatin1Char(' ') + part(point.p, u'P', u'A') + QLatin1Char(' ') +
         part(point.s, u'S', u'I');
}

Section scanSection(const Patient& patient, const Texts& texts) {
  Section section = makeSection(SectionId::Scans, texts);
  Table table;
  table.columns = {{say(texts, FACET_TEXT("reporting", "Date")), ColumnKind::Text},
                   {say(texts, FACET_TEXT("reporting", "Region")), ColumnKind::Text},
                   {say(texts, FACET_TEXT("reporting", "Scanner")), ColumnKind::Text},
                   {say(texts, FACET_TEXT("reporting", "Compared with")), ColumnKind::Text},
                   {say(texts, FACET_TEXT("reporting", "New T2")), ColumnKind::Number},
                   {say(texts, FACET_TEXT("reporting", "Enlarging T2")), ColumnKind::Number},
                   {say(texts, FACET_TEXT("reporting", "Enhancing")), ColumnKind::Number}};
  const auto& exams = patient.record.exams;
  for (auto exam = exams.rbegin(); exam != exams.rend(); ++exam) {
    if (exam->date <= patient.dataDay) {
      table.rows.push_back(examRow(patient.record, *exam, texts));
    }
  }
  if (table.rows.empty()) {
    section.blocks.emplace_back(missing(say(texts, FACET_TEXT("reporting", "No MRI report is on record."))));
    return section;
  }
  section.subtitle = say(
      texts, FACET_TEXT("reporting", "As the radiologist reported them, each against the scan named, newest first"));
  if (std::none_of(exams.begin(), exams.end(), showsCord)) {
    table.notes << say(texts, FACET_TEXT("reporting", "The spinal cord was not imaged."));
  }
  section.blocks.emplace_back(std::move(table));
  return section;
}

Section keyImageSection(const MriFindings* mri, const Texts& texts) {
  Section section = makeSection(SectionId::KeyImages, texts);
  if (const QString nothing = nothingText(mri, texts); !nothing.isEmpty()) {
    section.blocks.emplace_back(missing(nothing));
  } else {
    section.subtitle =
        say(texts, FACET_TEXT("reporting", "Acquired images, radiological display: the patient's right is "
                                           "on the left of axial and coronal pictures"));
    for (const KeyPlace& place : mri->places) {
      section.blocks.emplace_back(rowOf(*mri, place, texts));
    }
    if (mri->later->mask) {
      section.blocks.emplace_back(
          missing(mri->comparison == Comparison::Compared
                      ? say(texts, FACET_TEXT("reporting", "Outlines are those of the mask: new lesions in orange-red, "
                                                           "enlarging ones in yellow, all others in blue."))
                      : say(texts, FACET_TEXT("reporting", "Outlines are those of the mask."))));
    }
  }
  if (mri != nullptr) {
    for (const Notice& notice : mri->notices) {
      section.blocks.emplace_back(
          missing(say(texts, FACET_TEXT("reporting", "Not shown: %1."), texts.describe(notice))));
    }
  }
  return section;
}

Section lesionSection(const MriFindings* mri, const Texts& texts) {
  Section section = makeSection(SectionId::Lesions, texts);
  if (const QString nothing = nothingText(mri, texts); !nothing.isEmpty()) {
    section.blocks.emplace_back(missing(nothing));
    return section;
  }
  if (!mri->later->mask && !(mri->earlier && mri->earlier->mask)) {
    section.blocks.emplace_back(missing(say(texts, FACET_TEXT("reporting", "No lesion mask is in this copy."))));
    return section;
  }
  QStringList counts;
  if (mri->earlier) {
    counts << scanCounts(*mri->earlier, texts);
  }
  counts << scanCounts(*mri->later, texts);
  const bool compared = mri->comparison == Comparison::Compared;
  counts << (compared ? statusCounts(*mri, texts) : notComparedText(mri->comparison, texts));
  section.blocks.emplace_back(Paragraph{counts.join(QLatin1Char(' ')), Emphasis::Plain});
  if (mri->lesions.empty()) {
    return section;
  }
  Table table = lesionTable(*mri, texts);
  if (compared) {
    table.notes << noiseText(*mri, texts);
  }
  table.notes << say(texts,
                     FACET_TEXT("reporting", "Measured on the grid of the mask. Connected parts too small to count "
                                             "as a lesion are left out."));
  section.blocks.emplace_back(std::move(table));
  return section;
}

} // namespace facet::reporting
