#include "import_scan.h"

#include <facet/core/files.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace facet::sync {
namespace {

namespace fs = std::filesystem;
using imaging::DicomSeries;

/// What people call the series: what the scanner's operator wrote, else what it shows.
std::string seriesName(const DicomSeries& series) {
  for (const std::string* text : {&series.facts.seriesDescription, &series.facts.protocolName}) {
    if (!text->empty()) {
      return *text;
    }
  }
  return std::string(imaging::nameOf(series.contrast.contrast));
}

clinical::Sex sexOf(const std::string& code) {
  return code == "F"   ? clinical::Sex::Female
         : code == "M" ? clinical::Sex::Male
         : code == "O" ? clinical::Sex::Other
                       : clinical::Sex::Unknown;
}

std::optional<Day> dayOfScan(const DicomSeries& series) {
  // The study's day first: one that goes past midnight is still one visit.
  return series.facts.studyDate ? series.facts.studyDate : series.facts.acquisitionDate;
}

/// "YYYYMMDD" as a day.
std::optional<Day> dayOf(const std::string& dicom) {
  if (dicom.size() != 8) {
    return std::nullopt;
  }
  const auto day = parseIsoDay(dicom.substr(0, 4) + "-" + dicom.substr(4, 2) + "-" + dicom.substr(6, 2));
  return day ? std::optional(*day) : std::nullopt;
}

void addAge(FoundPatient& patient, const DicomSeries& series, const std::string& file, std::vector<Notice>& warnings) {
  const auto birth = dayOf(series.identity.birthDate);
  const auto scan = dayOfScan(series);
  if (!birth || !scan) {
    return;
  }
  if (*scan < *birth) {
    warnings.push_back({file, FACET_TEXT("sync", "was taken before its patient was born, by its header"), {}});
    return;
  }
  // An age over 89 tells who somebody is. Source: 45 CFR 164.514(b)(2)(i)(C).
  const double age = std::min(completedYears(*birth, *scan), 90);
  patient.facts.ageYears = std::min(patient.facts.ageYears.value_or(age), age);
}

/// "7" or "7, part 2", for series that share a name.
std::string numberOf(const DicomSeries& series) {
  std::string number = series.facts.seriesNumber ? std::to_string(*series.facts.seriesNumber) : std::string();
  if (series.parts > 1) {
    number += (number.empty() ? "part " : ", part ") + std::to_string(series.part + 1);
  }
  return number;
}

FoundImage foundImage(DicomSeries series) {
  FoundImage found;
  found.plan.name = seriesName(series);
  if (const auto day = dayOfScan(series)) {
    found.plan.session = toIso(*day);
    found.plan.date = PartialDate(*day);
  }
  found.plan.sequence = imaging::nameOf(series.contrast.contrast);
  found.plan.reason = series.contrast.reason;
  found.plan.doubt = series.contrast.doubt;
  found.plan.format = imaging::ImageFormat::Dicom;
  found.plan.notices = series.notices;
  found.mark = numberOf(series);
  found.source = std::move(series);
  return found;
}

} // namespace

Result<void> addDicom(const fs::path& path, ImportScan& scan, Progress& progress) {
  auto found = imaging::scanDicom({&path, 1}, progress);
  if (!found) {
    return found.error();
  }
  scan.refused.insert(scan.refused.end(), found->refused.begin(), found->refused.end());
  if (found->otherFiles > 0) {
    scan.warnings.push_back(
        {displayName(path),
         FACET_TEXT("sync", "%1 files in it are no DICOM and were left aside").with(found->otherFiles),
         {}});
  }
  if (found->series.empty() && found->refused.empty()) {
    scan.refused.push_back({displayName(path), FACET_TEXT("sync", "holds no image that is read here"), {}});
  }
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> places;
  for (DicomSeries& series : found->series) {
    const std::string file = displayName(series.files.front());
    // Without an id only the study tells who it is.
    const bool known = !series.identity.patientId.empty();
    const std::string study = known ? std::string() : series.facts.studyUid;
    const auto [place, isNew] =
        places.emplace(std::tuple(series.identity.issuer, series.identity.patientId, study), scan.patients.size());
    if (isNew) {
      FoundPatient patient;
      patient.kind = ImportKind::Dicom;
      patient.issuer = known ? series.identity.issuer : "study";
      patient.id = known ? series.identity.patientId : study;
      scan.patients.push_back(std::move(patient));
      if (!known) {
        scan.warnings.push_back(
            {file, FACET_TEXT("sync", "does not say whose it is: the images of its study are one patient's"), {}});
      }
    }
    FoundPatient& patient = scan.patients[place->second];
    if (patient.facts.sex == clinical::Sex::Unknown) {
      patient.facts.sex = sexOf(series.identity.sex);
    }
    addAge(patient, series, file, scan.warnings);
    patient.images.push_back(foundImage(std::move(series)));
  }
  return {};
}

} // namespace facet::sync
