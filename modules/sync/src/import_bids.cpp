#include "image_roles.h"
#include "import_scan.h"

#include <facet/core/files.h>
#include <facet/core/text.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace facet::sync {
namespace {

namespace fs = std::filesystem;
using imaging::BidsDataset;
using imaging::BidsImage;
using imaging::BidsSubject;
using storage::ImageRole;

/// "sub-01_T1w" for ".../sub-01_T1w.nii.gz".
std::string stemOf(const fs::path& path) {
  const std::string name = displayName(path.filename());
  return name.substr(0, name.find('.'));
}

/// Dates of a subject's sessions, by their labels.
class SessionDates {
public:
  SessionDates(const BidsDataset& dataset, const BidsSubject& subject, std::vector<Notice>& notices)
      : m_notices(notices)
      , m_table(displayName(dataset.root / ("sub-" + subject.id) / ("sub-" + subject.id + "_sessions.tsv"))) {
    readTable(subject);
    readImages(dataset, subject);
  }

  [[nodiscard]] std::optional<PartialDate> of(const std::string& session) const {
    const auto found = m_dates.find(session);
    return found == m_dates.end() ? std::nullopt : std::optional(found->second);
  }

private:
  void readTable(const BidsSubject& subject) {
    for (const imaging::BidsSession& session : subject.sessions) {
      if (!session.row) {
        continue;
      }
      for (const char* column : {"acq_time", "acq_date", "session_date", "scan_date", "date", "visit_date"}) {
        const auto cell = subject.sessionTable.cell(*session.row, column);
        if (!cell) {
          continue;
        }
        if (const auto date = parseIsoDate(*cell)) {
          m_dates.emplace(session.id, *date);
          break;
        }
        m_notices.push_back({m_table, FACET_TEXT("sync", "%1 “%2” is no date and was left out").with(column, *cell),
                             atLine(*session.row + 2)});
      }
    }
    const bool relative = subject.sessionTable.columnIndex("days_since_first").has_value();
    if (relative && m_dates.empty()) {
      m_notices.push_back(
          {m_table,
           FACET_TEXT("sync", "gives days since the first session and no date: the sessions stay undated"),
           {}});
    }
  }

  /// scans.tsv tells days of images; a session was on the first of them.
  void readImages(const BidsDataset& dataset, const BidsSubject& subject) {
    std::map<std::string, Day> first;
    for (const BidsImage& image : dataset.images) {
      if (image.entities["sub"] == subject.id && image.facts.acquisitionDate) {
        const auto [found, isNew] = first.emplace(image.entities["ses"], *image.facts.acquisitionDate);
        found->second = std::min(found->second, *image.facts.acquisitionDate);
      }
    }
    for (const auto& [session, day] : first) {
      m_dates.emplace(session, PartialDate(day));
    }
  }

  std::vector<Notice>& m_notices;
  std::string m_table;
  std::map<std::string, PartialDate> m_dates;
};

FoundImage foundImage(const BidsImage& image) {
  FoundImage found;
  found.source = image.path;
  found.entities = image.entities;
  found.suffix = image.suffix;
  found.mark = image.pipeline;
  found.plan.session = image.entities["ses"];
  found.plan.name = stemOf(image.path);
  found.plan.role = roleOf(image);
  found.plan.madeBy = image.pipeline;
  if (found.plan.role == ImageRole::Image) {
    found.plan.sequence = imaging::nameOf(image.contrast.contrast);
    found.plan.reason = image.contrast.reason;
    found.plan.doubt = image.contrast.doubt;
  }
  if (const std::string& space = image.entities["space"]; isTemplateSpace(space)) {
    found.plan.notices.push_back(
        {displayName(image.path),
         FACET_TEXT("sync", "lies in the template space %1: places and sizes are the template's, not the patient's")
             .with(space),
         {}});
  }
  return found;
}

/// Who names the subjects: the dataset, or the one in whose derivatives folder it lies.
std::string issuerOf(const BidsDataset& dataset) {
  const fs::path above = dataset.root.parent_path();
  if (above.filename() == "derivatives") {
    const auto bytes = readFile(above.parent_path() / "dataset_description.json", std::uint64_t(16) << 20U);
    const auto text = bytes ? decodeText(*bytes) : Result<std::string>(bytes.error());
    const auto about = text ? nlohmann::json::parse(*text, nullptr, false) : nlohmann::json();
    if (about.is_object() && about.contains("Name") && about["Name"].is_string()) {
      return about["Name"].get<std::string>();
    }
  }
  return dataset.name;
}

bool isBefore1925(const PartialDate& date) {
  return date.year() < 1925;
}

void addSubject(const BidsDataset& dataset, const BidsSubject& subject, const std::string& issuer, ImportScan& scan) {
  FoundPatient patient;
  patient.kind = ImportKind::Bids;
  patient.name = subject.id;
  patient.issuer = issuer;
  std::vector<Notice> notices;
  const SessionDates dates(dataset, subject, notices);
  std::set<std::string> shifted;
  for (const BidsImage& image : dataset.images) {
    if (image.entities["sub"] != subject.id) {
      continue;
    }
    if (image.kind == imaging::BidsImageKind::Probability) {
      scan.warnings.push_back(
          {displayName(image.path), FACET_TEXT("sync", "is a map of probabilities and was left aside"), {}});
      continue;
    }
    FoundImage found = foundImage(image);
    found.plan.date = dates.of(found.plan.session);
    if (found.plan.date && isBefore1925(*found.plan.date) && shifted.insert(found.plan.session).second) {
      notices.push_back({"sub-" + subject.id,
                         FACET_TEXT("sync", "the date %1 lies before 1925, which BIDS uses for dates that were shifted")
                             .with(found.plan.date->toIso()),
                         {}});
    }
    patient.images.push_back(std::move(found));
  }
  if (patient.images.empty()) {
    return;
  }
  if (subject.participantRow) {
    patient.facts = participantFacts(dataset, *subject.participantRow, notices);
  }
  for (const imaging::BidsTransform& transform : dataset.transforms) {
    if (transform.entities["sub"] == subject.id) {
      patient.transforms.push_back(transform);
    }
  }
  scan.warnings.insert(scan.warnings.end(), notices.begin(), notices.end());
  scan.patients.push_back(std::move(patient));
}

} // namespace

Result<void> addBids(const fs::path& folder, ImportScan& scan, Progress& progress) {
  auto dataset = imaging::scanBids(folder, progress);
  if (!dataset) {
    return dataset.error();
  }
  scan.warnings.insert(scan.warnings.end(), dataset->notices.begin(), dataset->notices.end());
  const std::string issuer = issuerOf(*dataset);
  const std::size_t before = scan.patients.size();
  for (const BidsSubject& subject : dataset->subjects) {
    addSubject(*dataset, subject, issuer, scan);
  }
  if (scan.patients.size() == before) {
    scan.refused.push_back({displayName(folder), FACET_TEXT("sync", "is a BIDS dataset without an image"), {}});
  }
  return {};
}

} // namespace facet::sync
