#include "bids_names.h"
#include "bids_sidecar.h"
#include "bids_table.h"
#include "dicom_files.h"

#include <facet/core/files.h>
#include <facet/core/text.h>
#include <facet/imaging/bids.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

namespace facet::imaging {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// A file of the dataset that was found, with its name taken apart.
struct FoundFile {
  fs::path path;
  fs::path root; ///< of the dataset or of the derivative that it belongs to
  std::string pipeline;
  BidsName name;
};

class Scanner {
public:
  Scanner(const fs::path& root, Progress& progress)
      : m_root(root)
      , m_progress(progress) {}

  Result<BidsDataset> run() {
    m_dataset.root = m_root;
    if (auto read = readDescription(); !read) {
      return read.error();
    }
    readParticipants();
    if (auto walked = walk(m_root, m_root, {}); !walked) {
      return walked.error();
    }
    readDerivatives();
    if (m_progress.stopRequested()) {
      return cancelledError();
    }
    sortFiles();
    addParticipantsWithoutFolder();
    readSessions();
    readScans();
    std::sort(m_dataset.images.begin(), m_dataset.images.end(),
              [](const BidsImage& a, const BidsImage& b) { return a.path < b.path; });
    return std::move(m_dataset);
  }

private:
  void tell(const fs::path& path, Message reason, Message place = {}) {
    m_dataset.notices.push_back({displayName(path), std::move(reason), std::move(place)});
  }

  Result<void> readDescription() {
    const fs::path path = m_root / "dataset_description.json";
    const auto bytes = readFile(path, std::uint64_t(16) << 20U);
    if (!bytes) {
      return bytes.error();
    }
    const auto text = decodeText(*bytes);
    const json about = text ? json::parse(*text, nullptr, false) : json();
    if (!about.is_object()) {
      return Error{ErrorCode::InvalidInput, displayName(path), FACET_TEXT("imaging", "is no JSON object")};
    }
    const auto word = [&](const char* key) {
      const auto found = about.find(key);
      return found != about.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    m_dataset.name = word("Name");
    m_dataset.bidsVersion = word("BIDSVersion");
    m_dataset.datasetType = word("DatasetType").empty() ? "raw" : word("DatasetType");
    m_dataset.license = word("License");
    if (const auto authors = about.find("Authors"); authors != about.end() && authors->is_array()) {
      for (const json& author : *authors) {
        if (author.is_string()) {
          m_dataset.authors.push_back(author.get<std::string>());
        }
      }
    }
    if (m_dataset.bidsVersion.empty()) {
      tell(path, FACET_TEXT("imaging", "does not say which version of BIDS it follows"));
    }
    return {};
  }

  BidsTable tableAt(const fs::path& table) {
    fs::path description = table;
    description.replace_extension(".json");
    auto read = readBidsTable(table, description, m_dataset.notices);
    if (!read) {
      if (read.error().code != ErrorCode::NotFound) {
        m_dataset.notices.push_back({read.error().subject, read.error().reason, read.error().place});
      }
      return {};
    }
    return std::move(read).value();
  }

  void readParticipants() {
    const fs::path path = m_root / "participants.tsv";
    m_dataset.participants = tableAt(path);
    const BidsTable& table = m_dataset.participants;
    if (!table.columns.empty() && !table.columnIndex("participant_id")) {
      tell(path, FACET_TEXT("imaging", "has no column participant_id"));
      return;
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const auto id = table.cell(row, "participant_id");
      if (!id) {
        tell(path, FACET_TEXT("imaging", "has a row without participant_id"), atLine(row + 2));
        continue;
      }
      BidsSubject& subject = subjectOf(id->starts_with("sub-") ? id->substr(4) : *id);
      if (subject.participantRow) {
        tell(path,
             FACET_TEXT("imaging", "names %1 a second time (first on line %2): the first row counts")
                 .with(*id, *subject.participantRow + 2),
             atLine(row + 2));
      } else {
        subject.participantRow = row;
      }
    }
  }

  BidsSubject& subjectOf(const std::string& id) {
    const auto found =
        std::lower_bound(m_dataset.subjects.begin(), m_dataset.subjects.end(), id,
                         [](const BidsSubject& subject, const std::string& other) { return subject.id < other; });
    if (found != m_dataset.subjects.end() && found->id == id) {
      return *found;
    }
    BidsSubject made;
    made.id = id;
    return *m_dataset.subjects.insert(found, std::move(made));
  }

  static void addSession(BidsSubject& subject, const std::string& id) {
    auto& sessions = subject.sessions;
    const auto found =
        std::lower_bound(sessions.begin(), sessions.end(), id,
                         [](const BidsSession& session, const std::string& other) { return session.id < other; });
    if (found == sessions.end() || found->id != id) {
      sessions.insert(found, {id, {}});
    }
  }

  /// Files of one dataset or derivative: its own, and those of its subjects.
  Result<void> walk(const fs::path& folder, const fs::path& root, const std::string& pipeline) {
    if (m_progress.stopRequested()) {
      return cancelledError();
    }
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
      entries.push_back(*at);
    }
    if (error) {
      return systemError(folder, error.value());
    }
    std::sort(entries.begin(), entries.end());
    for (const fs::directory_entry& entry : entries) {
      const std::string name = displayName(entry.path().filename());
      if (name.starts_with('.')) {
        continue;
      }
      if (entry.is_symlink(error) && !liesIn(entry.path(), m_root)) {
        tell(entry.path(), fs::exists(entry.path(), error)
                               ? FACET_TEXT("imaging", "is a link that leads out of the dataset")
                               : FACET_TEXT("imaging", "is a link to a file that is not here"));
      } else if (entry.is_directory(error)) {
        // At the top only subjects are looked into; code, sources and derivatives are not part of the dataset's own.
        const bool link = entry.is_symlink(error);
        if (!link && (folder != root || name.starts_with("sub-"))) {
          if (auto walked = walk(entry.path(), root, pipeline); !walked) {
            return walked;
          }
        }
      } else if (entry.is_regular_file(error)) {
        addFile(entry.path(), root, pipeline);
      }
    }
    return {};
  }

  void addFile(const fs::path& path, const fs::path& root, const std::string& pipeline) {
    const std::string fileName = displayName(path.filename());
    const auto name = parseBidsName(fileName);
    const bool image = fileName.ends_with(".nii") || fileName.ends_with(".nii.gz");
    if (!name || name->entities.pairs.empty()) {
      if (image) {
        tell(path, FACET_TEXT("imaging", "is an image whose name does not follow BIDS; it was left aside"));
      }
      // "T1w.json" says something about images below it.
      if (!name || name->extension != ".json") {
        return;
      }
    }
    if (name->extension == ".json" || name->extension == ".tsv") {
      m_sidecars.add(path, *name);
    }
    m_files.push_back({path, root, pipeline, *name});
  }

  void readDerivatives() {
    std::error_code error;
    std::vector<fs::path> pipelines;
    for (fs::directory_iterator at(m_root / "derivatives", error), end; !error && at != end; at.increment(error)) {
      if (at->is_directory(error) && !at->is_symlink(error)) {
        pipelines.push_back(at->path());
      } else if (at->is_symlink(error)) {
        tell(at->path(), FACET_TEXT("imaging", "is a link and was not followed"));
      }
    }
    std::sort(pipelines.begin(), pipelines.end());
    for (const fs::path& pipeline : pipelines) {
      const std::string name = displayName(pipeline.filename());
      const bool loose = name.starts_with("sub-");
      auto walked = loose ? walk(pipeline, pipeline.parent_path(), "derivatives") : walk(pipeline, pipeline, name);
      if (!walked && walked.error().code != ErrorCode::Cancelled) {
        tell(pipeline, walked.error().reason);
      }
    }
  }

  void sortFiles() {
    std::map<std::string, std::size_t> others;
    std::map<std::string, fs::path> firstOther;
    for (const FoundFile& file : m_files) {
      const std::string& subject = file.name.entities["sub"];
      if (subject.empty()) {
        continue;
      }
      const fs::path inside = file.path.lexically_relative(file.root);
      if (*inside.begin() != fs::path("sub-" + subject)) {
        tell(file.path,
             FACET_TEXT("imaging", "belongs to sub-%1 by its name and lies in the folder of another; it was left aside")
                 .with(subject));
        continue;
      }
      const std::string& extension = file.name.extension;
      if (extension == ".nii" || extension == ".nii.gz") {
        addImage(file, others, firstOther);
      } else if (file.name.suffix == "xfm") {
        addTransform(file);
      }
    }
    for (const auto& [dataType, count] : others) {
      tell(firstOther[dataType],
           FACET_TEXT("imaging", "%1 images of the kind %2 are no anatomy and were left aside").with(count, dataType));
    }
  }

  void addImage(const FoundFile& file, std::map<std::string, std::size_t>& others,
                std::map<std::string, fs::path>& firstOther) {
    BidsImage image;
    image.path = file.path;
    image.pipeline = file.pipeline;
    image.dataType = displayName(file.path.parent_path().filename());
    image.entities = file.name.entities;
    image.suffix = file.name.suffix;
    if (image.dataType.starts_with("sub-") || image.dataType.starts_with("ses-")) {
      image.dataType.clear();
    }
    static const std::set<std::string> kOthers = {"func", "dwi", "fmap", "perf", "meg",    "eeg", "ieeg",
                                                  "beh",  "pet", "micr", "nirs", "motion", "mrs"};
    if (kOthers.contains(image.dataType)) {
      if (others[image.dataType]++ == 0) {
        firstOther[image.dataType] = file.path;
      }
      return;
    }
    image.kind = image.suffix == "mask" || image.suffix == "roi" ? BidsImageKind::Mask
                 : image.suffix == "dseg"                        ? BidsImageKind::Segmentation
                 : image.suffix == "probseg"                     ? BidsImageKind::Probability
                                                                 : BidsImageKind::Image;
    readSidecars(image, m_sidecars.forFile(file.root, file.path, file.name, ".json"), m_dataset.notices);
    image.contrast = contrastOf(image);
    if (image.kind == BidsImageKind::Segmentation) {
      readLabels(image, m_sidecars.forFile(file.root, file.path, file.name, ".tsv"));
    }
    addSession(subjectOf(image.entities["sub"]), image.entities["ses"]);
    m_dataset.images.push_back(std::move(image));
  }

  void readLabels(BidsImage& image, const std::vector<fs::path>& tables) {
    for (const fs::path& path : tables) {
      const BidsTable table = tableAt(path);
      for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto index = table.number(row, "index");
        if (index && *index == std::floor(*index) && std::abs(*index) < 1e9) {
          image.labels[static_cast<int>(*index)] = table.cell(row, "name").value_or("");
        } else {
          tell(path, FACET_TEXT("imaging", "has a row whose index is no whole number"), atLine(row + 2));
        }
      }
    }
  }

  void addTransform(const FoundFile& file) {
    BidsTransform transform;
    transform.path = file.path;
    transform.pipeline = file.pipeline;
    transform.entities = file.name.entities;
    transform.from = file.name.entities["from"];
    transform.to = file.name.entities["to"];
    const auto bytes = readFile(file.path, std::uint64_t(1) << 20U);
    const auto map = bytes ? readItkTransform(*bytes, displayName(file.path)) : Result<Affine3>(bytes.error());
    if (!map) {
      m_dataset.notices.push_back({map.error().subject, map.error().reason, map.error().place});
      return;
    }
    if (transform.from.empty() || transform.to.empty()) {
      tell(file.path, FACET_TEXT("imaging", "is a transform whose name does not say from and to; it was left aside"));
      return;
    }
    transform.movingFromFixed = *map;
    m_dataset.transforms.push_back(std::move(transform));
  }

  void addParticipantsWithoutFolder() {
    for (const BidsSubject& subject : m_dataset.subjects) {
      if (!subject.participantRow && !m_dataset.participants.rows.empty()) {
        tell(m_root / "participants.tsv", FACET_TEXT("imaging", "has no row for sub-%1").with(subject.id));
      }
    }
  }

  void readSessions() {
    for (BidsSubject& subject : m_dataset.subjects) {
      const fs::path path = m_root / ("sub-" + subject.id) / ("sub-" + subject.id + "_sessions.tsv");
      if (!fs::exists(path)) {
        continue;
      }
      subject.sessionTable = tableAt(path);
      std::set<std::string> seen;
      for (std::size_t row = 0; row < subject.sessionTable.rows.size(); ++row) {
        const auto id = subject.sessionTable.cell(row, "session_id");
        if (!id) {
          tell(path, FACET_TEXT("imaging", "has a row without session_id"), atLine(row + 2));
          continue;
        }
        const std::string plain = id->starts_with("ses-") ? id->substr(4) : *id;
        if (!seen.insert(plain).second) {
          tell(path, FACET_TEXT("imaging", "names %1 a second time: the first row counts").with(*id), atLine(row + 2));
          continue;
        }
        addSession(subject, plain);
        for (BidsSession& session : subject.sessions) {
          if (session.id == plain) {
            session.row = row;
          }
        }
      }
    }
  }

  /// scans.tsv tells when each image of a session was taken.
  void readScans() {
    for (const FoundFile& file : m_files) {
      if (file.name.suffix != "scans" || file.name.extension != ".tsv") {
        continue;
      }
      const BidsTable table = tableAt(file.path);
      for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto name = table.cell(row, "filename");
        const auto time = table.cell(row, "acq_time");
        if (!name || !time) {
          continue;
        }
        const fs::path named = fs::path(*name).lexically_normal();
        if (named.is_absolute() || (!named.empty() && *named.begin() == "..")) {
          tell(file.path, FACET_TEXT("imaging", "names %1, which lies outside its folder").with(*name),
               atLine(row + 2));
          continue;
        }
        const auto date = parseIsoDate(*time);
        const auto image =
            std::find_if(m_dataset.images.begin(), m_dataset.images.end(),
                         [&](const BidsImage& candidate) { return candidate.path == file.path.parent_path() / named; });
        if (!date || !date->isExact()) {
          tell(file.path, FACET_TEXT("imaging", "has the time “%1”, which is no day").with(*time), atLine(row + 2));
        } else if (image != m_dataset.images.end()) {
          image->facts.acquisitionDate = date->earliest();
        }
      }
    }
  }

  fs::path m_root;
  Progress& m_progress;
  BidsDataset m_dataset;
  SidecarIndex m_sidecars;
  std::vector<FoundFile> m_files;
};

} // namespace

Result<BidsDataset> scanBids(const fs::path& folder, Progress& progress) {
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  if (error) {
    return systemError(folder, error.value());
  }
  return Scanner(root, progress).run();
}

} // namespace facet::imaging
