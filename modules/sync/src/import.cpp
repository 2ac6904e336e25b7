#include "import_take.h"

#include <facet/core/files.h>
#include <facet/core/text.h>
#include <facet/storage/reader.h>
#include <facet/storage/work_writer.h>

#include <algorithm>
#include <map>
#include <set>

namespace facet::sync {
namespace {

using storage::ImageRole;
using storage::StoredImage;

/// Which dataset a BIDS subject comes from, so that another dataset's subject of the same label is told apart.
constexpr const char* kDatasetSetting = "bids-dataset";
constexpr std::size_t kLongestName = 200;

Result<void> checkPatientName(const std::string& name) {
  const bool plain = std::none_of(name.begin(), name.end(),
                                  [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; });
  if (plain && name.size() <= kLongestName && trimText(name) == name && !firstInvalidUtf8(name)) {
    return {};
  }
  return Error{ErrorCode::InvalidInput, "patient",
               FACET_TEXT("sync", "its name must have at most %1 bytes, no control characters and no space at its ends")
                   .with(kLongestName)};
}

/// One name for several people would mix them. Loose files are whose the caller says.
Result<void> checkOnePatient(const ImportScan& scan, const std::string& name) {
  const auto people = std::count_if(scan.patients.begin(), scan.patients.end(),
                                    [](const FoundPatient& patient) { return patient.kind != ImportKind::Loose; });
  if (people <= 1) {
    return {};
  }
  return Error{ErrorCode::InvalidInput, name,
               FACET_TEXT("sync", "is the name of one patient, and these are the images of %1").with(people)};
}

storage::ImportKind kindOf(ImportKind kind) {
  return kind == ImportKind::Dicom  ? storage::ImportKind::Dicom
         : kind == ImportKind::Bids ? storage::ImportKind::Bids
                                    : storage::ImportKind::LooseFiles;
}

ImportState stateOf(storage::RowState state) {
  return state == storage::RowState::Added      ? ImportState::Added
         : state == storage::RowState::Replaced ? ImportState::Replaced
                                                : ImportState::Unchanged;
}

/// Each sentence once, with the first thing it was said of and the number of the others.
std::vector<Notice> eachOnce(const std::vector<Notice>& notices) {
  std::vector<Notice> once;
  std::map<std::string, std::pair<std::size_t, std::size_t>> places; ///< index into `once`, how often said
  for (const Notice& notice : notices) {
    if (!notice.place.empty()) {
      once.push_back(notice);
      continue;
    }
    const auto [found, isNew] = places.emplace(notice.reason.english(), std::pair(once.size(), 0));
    ++found->second.second;
    if (isNew) {
      once.push_back(notice);
    }
  }
  for (const auto& [sentence, place] : places) {
    if (place.second > 1) {
      once[place.first].place = FACET_TEXT("sync", "and the same of %1 more").with(place.second - 1);
    }
  }
  return once;
}

/// The parts of a cache that an import uses.
struct Target {
  storage::BlobStore blobs;
  storage::CacheReader reader;
  storage::WorkWriter writer;
  storage::KeyedHash hash;
};

class Importer {
public:
  Importer(Target target, const ImportOptions& options, const Clock& clock)
      : m_target(std::move(target))
      , m_options(options)
      , m_clock(clock) {}

  Result<void> add(const FoundPatient& patient, Progress& progress) {
    const auto pseudonym = pseudonymOf(patient);
    if (!pseudonym) {
      return pseudonym.error();
    }
    const auto before = imagesOf(*pseudonym);
    if (!before) {
      return before.error();
    }
    auto taken = takeImages(patient, *pseudonym, {m_target.blobs, m_target.hash}, progress);
    if (!taken) {
      return taken.error();
    }
    append(m_report.refused, taken->refused);
    append(m_report.warnings, taken->warnings);
    if (taken->images.empty()) {
      return {};
    }
    return keep(patient, *pseudonym, *before, *taken);
  }

  ImportReport finish(ImportScan& scan) && {
    m_report.refused.insert(m_report.refused.begin(), scan.refused.begin(), scan.refused.end());
    m_report.warnings.insert(m_report.warnings.begin(), scan.warnings.begin(), scan.warnings.end());
    m_report.warnings = eachOnce(m_report.warnings);
    return std::move(m_report);
  }

private:
  static void append(std::vector<Notice>& to, const std::vector<Notice>& more) {
    to.insert(to.end(), more.begin(), more.end());
  }

  /// What the cache has of a person; nothing where nobody is called so.
  Result<std::optional<storage::PersonImages>> imagesOf(const std::string& pseudonym) {
    auto person = m_target.reader.person(pseudonym);
    if (person) {
      return std::optional(std::move(person->images));
    }
    if (person.error().code == ErrorCode::NotFound) {
      return std::optional<storage::PersonImages>();
    }
    return person.error();
  }

  Result<std::string> pseudonymOf(const FoundPatient& patient) {
    if (!m_options.patient.empty()) {
      return m_options.patient;
    }
    switch (patient.kind) {
    case ImportKind::Dicom:
      return m_target.hash.pseudonym(patient.issuer, patient.id);
    case ImportKind::Bids:
      return subjectOf(patient);
    case ImportKind::Loose:
      break;
    }
    return patient.name;
  }

  /// The subject's label. Where somebody else is called so already, the dataset's mark is added.
  Result<std::string> subjectOf(const FoundPatient& patient) {
    const std::string pseudonym = m_target.hash.pseudonym(patient.issuer, patient.name);
    // A dataset may have no name.
    const std::string dataset = "name: " + patient.issuer;
    for (const std::string& name : {patient.name, patient.name + "-" + pseudonym.substr(pseudonym.size() - 4)}) {
      const auto setting = m_target.reader.patientSetting(name, kDatasetSetting);
      if (!setting) {
        return setting.error();
      }
      const auto known = imagesOf(name);
      if (!known) {
        return known.error();
      }
      if (*setting == dataset) {
        return name;
      }
      if (!*known) {
        if (auto set = m_target.writer.setPatientSetting(name, kDatasetSetting, dataset); !set) {
          return set.error();
        }
        if (name != patient.name) {
          m_report.warnings.push_back({"sub-" + patient.name,
                                       FACET_TEXT("sync", "another patient is called %1 already: this one is called %2")
                                           .with(patient.name, name),
                                       {}});
        }
        return name;
      }
    }
    return Error{ErrorCode::Conflict, "sub-" + patient.name,
                 FACET_TEXT("sync", "the cache has other patients of all its names: say whose the images are")};
  }

  /// The row as it will be called, or as it is there already.
  struct Placed {
    StoredImage row;
    bool known = false;
    std::optional<Notice> refused;
  };

  /// Images of DICOM and loose ones never replace another: what has the same voxels is the same, what has only the same
  /// name gets another.
  Placed place(const FoundPatient& patient, const StoredImage& image,
               const std::optional<storage::PersonImages>& before, std::set<std::string>& names) const {
    Placed placed{image, false, {}};
    if (patient.kind == ImportKind::Bids) {
      return placed;
    }
    static const std::vector<StoredImage> kNone;
    const auto& known = before ? before->images : kNone;
    const auto same = std::find_if(known.begin(), known.end(), [&](const StoredImage& other) {
      return other.session == image.session && other.voxels == image.voxels && other.origin == image.origin;
    });
    if (same != known.end()) {
      placed.row = *same;
      placed.known = true;
      return placed;
    }
    if (patient.kind == ImportKind::Loose && m_options.patient.empty() && before) {
      placed.refused = {image.name,
                        FACET_TEXT("sync", "a patient of this name is in the cache already, without this image: say "
                                           "whose it is"),
                        {}};
      return placed;
    }
    const auto isTaken = [&](const std::string& name) {
      return names.contains(image.session + "\n" + name) ||
             std::any_of(known.begin(), known.end(), [&](const StoredImage& other) {
               return other.session == image.session && other.name == name;
             });
    };
    for (int number = 2; isTaken(placed.row.name); ++number) {
      placed.row.name = image.name + " (" + std::to_string(number) + ")";
    }
    names.insert(image.session + "\n" + placed.row.name);
    return placed;
  }

  Result<void> keep(const FoundPatient& patient, const std::string& pseudonym,
                    const std::optional<storage::PersonImages>& before, const TakenPatient& taken) {
    auto import = m_target.writer.beginImport(kindOf(patient.kind), m_clock.now());
    if (!import) {
      return import.error();
    }
    std::vector<ImportedImage> kept;
    std::set<std::string> names;
    std::set<std::string> sessions;
    for (const TakenImage& image : taken.images) {
      const PlannedImage& plan = patient.images[image.found].plan;
      Placed placed = place(patient, image.stored, before, names);
      if (placed.refused) {
        m_report.refused.push_back(*placed.refused);
        continue;
      }
      ImportedImage imported{std::move(placed.row), plan.date, ImportState::Unchanged, plan.reason, plan.doubt};
      if (sessions.insert(plan.session).second) {
        tellFuture(plan, pseudonym);
        if (auto put = import->putSession({pseudonym, plan.session, plan.date}); !put) {
          return put.error();
        }
      }
      if (!placed.known) {
        const auto put = import->putImage(imported.image);
        if (!put) {
          return put.error();
        }
        imported.state = stateOf(*put);
      }
      kept.push_back(std::move(imported));
    }
    if (kept.empty()) {
      return {};
    }
    if (auto put = putRest(*import, patient, pseudonym, taken); !put) {
      return put;
    }
    if (auto committed = import->commit(static_cast<std::int64_t>(taken.refused.size())); !committed) {
      return committed;
    }
    note(std::move(kept), pseudonym, taken.transforms.size());
    return {};
  }

  static Result<void> putRest(storage::ImportWriter& import, const FoundPatient& patient, const std::string& pseudonym,
                              const TakenPatient& taken) {
    for (const storage::StoredTransform& transform : taken.transforms) {
      if (auto put = import.putTransform(transform); !put) {
        return put.error();
      }
    }
    const FoundFacts& facts = patient.facts;
    const auto put = import.putPerson({pseudonym, facts.sex, facts.ageYears, facts.course, facts.edss});
    return put ? Result<void>() : put.error();
  }

  void tellFuture(const PlannedImage& plan, const std::string& pseudonym) {
    if (plan.date && plan.date->earliest() > m_clock.today()) {
      m_report.warnings.push_back(
          {pseudonym, FACET_TEXT("sync", "has a scan on %1, which is in the future").with(plan.date->toIso()), {}});
    }
  }

  void note(std::vector<ImportedImage> kept, const std::string& pseudonym, std::size_t transforms) {
    for (ImportedImage& image : kept) {
      append(m_report.warnings, image.image.notices);
      m_report.images.push_back(std::move(image));
    }
    if (std::find(m_report.patients.begin(), m_report.patients.end(), pseudonym) == m_report.patients.end()) {
      m_report.patients.push_back(pseudonym);
    }
    m_report.transforms += transforms;
  }

  Target m_target;
  const ImportOptions& m_options;
  const Clock& m_clock;
  ImportReport m_report;
};

Result<Importer> makeImporter(const storage::Cache& cache, const ImportOptions& options, const Clock& clock) {
  auto reader = storage::CacheReader::open(cache);
  if (!reader) {
    return reader.error();
  }
  auto writer = storage::WorkWriter::open(cache);
  if (!writer) {
    return writer.error();
  }
  return Importer({storage::BlobStore(cache), std::move(reader).value(), std::move(writer).value(), cache.pseudonyms()},
                  options, clock);
}

} // namespace

std::size_t ImportReport::count(ImportState state) const {
  return static_cast<std::size_t>(
      std::count_if(images.begin(), images.end(), [&](const ImportedImage& image) { return image.state == state; }));
}

Result<ImportReport> importImages(storage::Cache& cache, std::span<const std::filesystem::path> paths,
                                  const ImportOptions& options, const Clock& clock, Progress& progress) {
  if (cache.kind() == storage::CacheKind::Demo) {
    return Error{ErrorCode::Unauthorized, displayName(cache.folder()),
                 FACET_TEXT("sync", "is a demo cache, which anybody can open: own images go into a protected one")};
  }
  if (auto refusal = cache.writeRefusal()) {
    return *refusal;
  }
  if (auto checked = checkPatientName(options.patient); !checked) {
    return checked.error();
  }
  progress.setStep(FACET_TEXT("sync", "Looking through the files"));
  PartProgress scanning(progress, 0, 0.15);
  auto scan = scanForImport(paths, scanning);
  if (!scan) {
    return scan.error();
  }
  if (options.patient.empty()) {
    refuseSharedNames(*scan);
  } else if (auto checked = checkOnePatient(*scan, options.patient); !checked) {
    return checked.error();
  }
  auto importer = makeImporter(cache, options, clock);
  if (!importer) {
    return importer.error();
  }
  std::size_t images = 0;
  for (const FoundPatient& patient : scan->patients) {
    images += patient.images.size();
  }
  progress.setStep(FACET_TEXT("sync", "Taking images"));
  std::size_t done = 0;
  const auto share = [&] { return 0.15 + 0.85 * static_cast<double>(done) / static_cast<double>(images); };
  for (const FoundPatient& patient : scan->patients) {
    const double begin = share();
    done += patient.images.size();
    PartProgress part(progress, begin, share());
    if (auto added = importer->add(patient, part); !added) {
      return added.error();
    }
  }
  return std::move(*importer).finish(*scan);
}

} // namespace facet::sync
