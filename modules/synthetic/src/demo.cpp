#include "release_files.h"
#include "release_folder.h"
#include "scan_plan.h"
#include "truth.h"

#include <facet/clinical/tables.h>
#include <facet/core/parallel.h>
#include <facet/storage/demo_key.h>
#include <facet/synthetic/demo.h>

#include <algorithm>
#include <array>

namespace facet::synthetic {
namespace {

using namespace clinical;

/// In the order in which they stand in the manifest.
constexpr std::array<std::string_view, 8> kTypes = {"Patient",      "Condition",           "Observation",
                                                    "Immunization", "MedicationStatement", "MedicationAdministration",
                                                    "AdverseEvent", "DiagnosticReport"};
constexpr std::uint32_t kBatch = 256;
constexpr std::uint32_t kImaged = 4;

struct Member {
  PersonGroup group = PersonGroup::Participant;
  std::uint32_t index = 0;
};

/// What one person adds to each file.
struct PersonText {
  std::array<std::string, kTypes.size()> lines;
  std::array<std::int64_t, kTypes.size()> counts{};
  std::vector<DeletedResource> deleted;
  std::string truth;
  std::string id;
  bool present = false;
  bool isNewlyDiagnosed = false;
};

std::size_t typeIndex(std::string_view type) {
  return static_cast<std::size_t>(std::find(kTypes.begin(), kTypes.end(), type) - kTypes.begin());
}

class DemoWriter {
public:
  DemoWriter(const DemoOptions& options, ReleaseFolder& folder, Progress& progress)
      : m_options(options)
      , m_folder(folder)
      , m_files(folder.part())
      , m_progress(progress) {
    for (const std::string_view type : kTypes) {
      m_resources.emplace_back(m_files, "fhir", std::string(type), options.largestFile);
    }
  }

  Result<DemoSummary> write() {
    if (auto written = writeImages(); !written) {
      return written.error();
    }
    if (auto written = writePeople(); !written) {
      return written.error();
    }
    if (auto written = writeGroups(); !written) {
      return written.error();
    }
    if (auto written = writeRest(); !written) {
      return written.error();
    }
    if (m_progress.stopRequested()) {
      return cancelledError();
    }
    if (auto published = m_folder.publish(); !published) {
      return published.error();
    }
    m_progress.setFraction(1);
    return m_summary;
  }

private:
  [[nodiscard]] Member member(std::uint64_t number) const {
    if (number < m_options.participants) {
      return {PersonGroup::Participant, static_cast<std::uint32_t>(number)};
    }
    number -= m_options.participants;
    if (number < newlyDiagnosed()) {
      return {PersonGroup::NewlyDiagnosed, static_cast<std::uint32_t>(number)};
    }
    return {PersonGroup::Control, static_cast<std::uint32_t>(number - newlyDiagnosed())};
  }
  [[nodiscard]] std::uint32_t newlyDiagnosed() const {
    return m_options.newlyDiagnosed.value_or(m_options.participants / 100 +
                                             (m_options.participants % 100 != 0 ? 1 : 0));
  }

  [[nodiscard]] PersonText textOf(const Member& who) const {
    PersonText text;
    auto now = simulatePerson(m_options.consortium, who.group, who.index);
    if (now && who.group == PersonGroup::Participant) {
      for (std::size_t i = 0; i < m_imaged.size(); ++i) {
        if (m_imaged[i].index == who.index) {
          applyReports(now->record, m_imaged[i], m_phantoms[i]);
        }
      }
    }
    // What the earlier release said, by type and id.
    std::map<std::pair<std::string, std::string>, std::string> before;
    if (m_options.since) {
      const Consortium then{m_options.consortium.seed, *m_options.since};
      if (const auto person = simulatePerson(then, who.group, who.index)) {
        for (const FhirResource& resource : resourcesOf(*person)) {
          before.emplace(std::pair(resource.type, resource.id), writeFhir(resource));
        }
      }
    }
    if (now) {
      text.present = true;
      text.id = now->record.person.id;
      text.truth = now->truth + "\n";
      text.isNewlyDiagnosed = who.group == PersonGroup::NewlyDiagnosed;
      for (const FhirResource& resource : resourcesOf(*now)) {
        const std::string line = writeFhir(resource);
        const auto known = before.find({resource.type, resource.id});
        const bool same = known != before.end() && known->second == line;
        if (known != before.end()) {
          before.erase(known);
        }
        if (!same) {
          const std::size_t type = typeIndex(resource.type);
          text.lines[type] += line;
          text.lines[type] += '\n';
          ++text.counts[type];
        }
      }
    }
    for (const auto& [key, line] : before) {
      text.deleted.push_back({key.first, key.second});
    }
    return text;
  }

  Result<void> append(const PersonText& text) {
    for (std::size_t type = 0; type < kTypes.size(); ++type) {
      if (text.counts[type] > 0) {
        if (auto written = m_resources[type].append(text.lines[type], text.counts[type]); !written) {
          return written;
        }
        m_summary.resources += static_cast<std::uint64_t>(text.counts[type]);
        m_summary.bytes += text.lines[type].size();
      }
    }
    m_summary.people += text.present ? 1 : 0;
    m_deleted.insert(m_deleted.end(), text.deleted.begin(), text.deleted.end());
    if (text.isNewlyDiagnosed) {
      m_newlyDiagnosed.push_back(text.id);
    }
    return m_truth->write(text.truth);
  }

  /// The fraction of the work that images are.
  [[nodiscard]] double imageShare() const { return m_imaged.empty() ? 0 : 0.9; }

  Result<void> writeImages() {
    // What changed since an earlier release is told in words alone.
    const std::uint32_t usual = m_options.since ? 0 : kImaged;
    std::uint32_t count = m_options.mri.value_or(usual);
    if (m_options.since || count == 0) {
      return {};
    }
    auto planned = planScans(m_options.consortium, m_options.participants, count, m_progress);
    while (!planned && !m_options.mri && count > 0 && planned.error().code == ErrorCode::InvalidInput) {
      planned = planScans(m_options.consortium, m_options.participants, --count, m_progress);
    }
    if (!planned) {
      return planned.error();
    }
    if (planned->empty()) {
      return {};
    }
    m_imaged = std::move(*planned);
    std::vector<PatientScans> scans;
    for (const ImagedPerson& person : m_imaged) {
      scans.push_back(person.scans);
    }
    m_progress.setStep(FACET_TEXT("synthetic", "Making up MRI"));
    PartProgress part(m_progress, 0, imageShare());
    auto phantoms = writePhantoms(scans, {m_folder.part(), m_folder.part() / "truth"}, m_options.detail, part);
    if (!phantoms) {
      return phantoms.error();
    }
    m_phantoms = std::move(*phantoms);
    m_summary.withImages = count;
    return m_files.hashBelow("bids", m_progress);
  }

  Result<void> writePeople() {
    m_progress.setStep(FACET_TEXT("synthetic", "Making up people"));
    auto truth = OutputFile::create(m_folder.part() / "truth" / "people.ndjson");
    if (!truth) {
      return truth.error();
    }
    m_truth = &*truth;
    const std::uint64_t count = std::uint64_t{m_options.participants} + newlyDiagnosed() + m_options.controls;
    for (std::uint64_t begin = 0; begin < count; begin += kBatch) {
      const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(kBatch, count - begin));
      std::vector<PersonText> texts(size);
      parallelFor(size, 4, [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to && !m_progress.stopRequested(); ++i) {
          texts[i] = textOf(member(begin + i));
        }
      });
      if (m_progress.stopRequested()) {
        return cancelledError();
      }
      for (const PersonText& text : texts) {
        if (auto written = append(text); !written) {
          return written;
        }
      }
      m_progress.setFraction(imageShare() +
                             (0.99 - imageShare()) * static_cast<double>(begin + size) / static_cast<double>(count));
    }
    m_truth = nullptr;
    if (const auto closed = truth->finish(); !closed) {
      return closed.error();
    }
    return {};
  }

  Result<void> writeGroups() {
    ResourceFiles groups(m_files, "fhir", "Group", m_options.largestFile);
    const auto add = [&](Cohort cohort) {
      std::sort(cohort.members.begin(), cohort.members.end());
      FhirResource resource;
      resource.type = "Group";
      resource.id = cohort.id;
      resource.record = std::move(cohort);
      ++m_summary.resources;
      return groups.append(writeFhir(resource) + "\n", 1);
    };
    if (!m_newlyDiagnosed.empty()) {
      if (auto added = add({kNewlyDiagnosed, kNewlyDiagnosed, "Newly diagnosed", m_newlyDiagnosed}); !added) {
        return added;
      }
    }
    for (ResourceFiles& files : m_resources) {
      auto named = files.finish();
      if (!named) {
        return named.error();
      }
      m_manifest.output.insert(m_manifest.output.end(), named->begin(), named->end());
    }
    auto named = groups.finish();
    if (!named) {
      return named.error();
    }
    m_manifest.output.insert(m_manifest.output.end(), named->begin(), named->end());
    return {};
  }

  Result<void> writeDeletions() {
    if (m_deleted.empty()) {
      return {};
    }
    std::sort(m_deleted.begin(), m_deleted.end());
    std::string lines;
    constexpr std::size_t kALine = 500;
    for (std::size_t begin = 0; begin < m_deleted.size(); begin += kALine) {
      const std::span<const DeletedResource> all(m_deleted);
      lines += writeDeleted(all.subspan(begin, std::min(kALine, all.size() - begin))) + "\n";
    }
    m_manifest.deleted.emplace_back("fhir/deleted.ndjson");
    return m_files.put("fhir/deleted.ndjson", lines);
  }

  void fillManifest() {
    const auto timeOf = [](Day day) { return Instant(day) + std::chrono::hours(6); };
    const Day day = m_options.consortium.dataDay;
    m_manifest.series = "demo-" + std::to_string(m_options.consortium.seed);
    m_manifest.name = "Demo consortium (synthetic data)";
    m_manifest.version = toIso(day);
    m_manifest.demo = true;
    m_manifest.dates = ReleaseDates::Exact;
    m_manifest.time = timeOf(day);
    if (m_options.since) {
      m_manifest.content = ReleaseContent::Changes;
      m_manifest.since = timeOf(*m_options.since);
    }
  }

  Result<void> writeRest() {
    if (auto written = writeDeletions(); !written) {
      return written;
    }
    for (const TableText& table : tableTexts()) {
      if (auto written = m_files.put("dict/" + std::string(table.fileName), table.json); !written) {
        return written;
      }
    }
    const storage::SigningKey key = storage::demoSigningKey();
    if (auto written = m_files.put("keys/release.pub", key.publicKey().toHex() + "\n"); !written) {
      return written;
    }
    fillManifest();
    if (auto written = m_files.put("manifest.json", writeManifest(m_manifest)); !written) {
      return written;
    }
    const std::string sums = m_files.sums();
    const storage::Signature signature = key.sign(storage::bytesOf(sums));
    // Neither these two nor the truth are among the files with a checksum.
    ReleaseFiles beside(m_files.root());
    if (auto written = beside.put("truth/simulation.json", sharedTruth()); !written) {
      return written;
    }
    if (auto written = beside.put("SHA256SUMS", sums); !written) {
      return written;
    }
    return beside.put("SHA256SUMS.sig", storage::textOf(std::as_bytes(std::span(signature.bytes))));
  }

  const DemoOptions& m_options;
  ReleaseFolder& m_folder;
  ReleaseFiles m_files;
  Progress& m_progress;
  std::vector<ResourceFiles> m_resources;
  OutputFile* m_truth = nullptr;
  ReleaseManifest m_manifest;
  std::vector<ImagedPerson> m_imaged;
  std::vector<PhantomTruth> m_phantoms;
  std::vector<std::string> m_newlyDiagnosed;
  std::vector<DeletedResource> m_deleted;
  DemoSummary m_summary;
};

} // namespace

Result<DemoSummary> writeDemoRelease(const std::filesystem::path& folder, const DemoOptions& options,
                                     Progress& progress) {
  auto opened = ReleaseFolder::open(folder);
  if (!opened) {
    return opened.error();
  }
  return DemoWriter(options, *opened, progress).write();
}

} // namespace facet::synthetic
