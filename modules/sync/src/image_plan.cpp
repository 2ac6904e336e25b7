#include "image_plan.h"

#include "image_roles.h"

#include <facet/core/files.h>

#include <algorithm>
#include <map>
#include <set>

namespace facet::sync {
namespace {

namespace fs = std::filesystem;

/// What a session without a name is called.
constexpr const char* kOnlySession = "1";

/// The person that each BIDS subject is, and the day of each session.
class Subjects {
public:
  static Result<Subjects> read(storage::ReleaseWriter& writer) {
    const auto exams = writer.exams();
    const auto people = writer.people();
    if (!exams || !people) {
      return exams ? people.error() : exams.error();
    }
    Subjects subjects;
    for (const storage::KnownPerson& person : *people) {
      subjects.m_people[lettersOf(person.id)].insert(person.id);
    }
    for (const storage::KnownExam& exam : *exams) {
      subjects.m_days.emplace(exam.bidsSession, exam.date);
      subjects.m_named[exam.bidsSession.substr(0, exam.bidsSession.find('/'))].insert(exam.person);
    }
    return subjects;
  }

  /// Who a subject is: the person whose examination names it, else the one whose id has the same letters.
  [[nodiscard]] Result<std::string> personOf(const std::string& subject) const {
    const auto named = m_named.find("sub-" + subject);
    const auto found = named != m_named.end() ? named : m_people.find(lettersOf(subject));
    if (named == m_named.end() && found == m_people.end()) {
      return Error{
          ErrorCode::NotFound, {}, FACET_TEXT("sync", "is of sub-%1, who is not in the release").with(subject)};
    }
    if (found->second.size() != 1) {
      return Error{
          ErrorCode::Conflict, {}, FACET_TEXT("sync", "is of sub-%1, which may be several people").with(subject)};
    }
    return *found->second.begin();
  }

  [[nodiscard]] std::optional<PartialDate> dayOf(const std::string& subject, const std::string& session) const {
    const auto found = m_days.find("sub-" + subject + "/ses-" + session);
    return found == m_days.end() ? std::nullopt : std::optional(PartialDate(found->second));
  }

private:
  /// BIDS allows letters and digits alone.
  static std::string lettersOf(const std::string& id) {
    std::string letters;
    std::copy_if(id.begin(), id.end(), std::back_inserter(letters), [](char c) { return c != '-' && c != '.'; });
    return letters;
  }

  std::map<std::string, std::set<std::string>> m_people;
  std::map<std::string, std::set<std::string>> m_named;
  std::map<std::string, Day> m_days;
};

std::optional<PartialDate> dateInTable(const imaging::BidsDataset& dataset, const std::string& subject,
                                       const std::string& session) {
  for (const imaging::BidsSubject& one : dataset.subjects) {
    if (one.id != subject) {
      continue;
    }
    for (const imaging::BidsSession& known : one.sessions) {
      if (known.id != session || !known.row) {
        continue;
      }
      for (const char* column : {"acq_time", "date"}) {
        const auto cell = one.sessionTable.cell(*known.row, column);
        const auto date = cell ? parseIsoDate(*cell) : Result<PartialDate>(Error{});
        if (date) {
          return *date;
        }
      }
    }
  }
  return std::nullopt;
}

class Planner {
public:
  Planner(const Release& release, const Subjects& subjects)
      : m_release(release)
      , m_subjects(subjects) {}

  Result<ImagePlan> run(Progress& progress) {
    const fs::path folder = m_release.folder() / kImageFolder;
    std::error_code unknown;
    const fs::path real = fs::canonical(folder, unknown);
    if (unknown || !fs::is_directory(real, unknown)) {
      return std::move(m_plan);
    }
    if (real != folder) {
      m_plan.notices.push_back({std::string(kImageFolder), FACET_TEXT("sync", "is a link and is not followed"), {}});
      return std::move(m_plan);
    }
    PartProgress scanning(progress, 0, 0.5);
    const auto dataset = imaging::scanBids(folder, scanning);
    if (dataset) {
      addDataset(*dataset);
    } else if (dataset.error().code == ErrorCode::Cancelled) {
      return dataset.error();
    } else {
      m_plan.notices.push_back({dataset.error().subject, dataset.error().reason, dataset.error().place});
    }
    if (fs::is_directory(folder / "sourcedata", unknown) && !fs::is_symlink(folder / "sourcedata", unknown)) {
      PartProgress sorting(progress, 0.5, 1);
      const std::vector<fs::path> source = {folder / "sourcedata"};
      const auto scan = imaging::scanDicom(source, sorting);
      if (!scan) {
        return scan.error();
      }
      addDicom(*scan);
    }
    makeNamesDiffer();
    return std::move(m_plan);
  }

private:
  [[nodiscard]] std::string releasePath(const fs::path& path) const {
    const fs::path whole = path.is_absolute() ? path : m_release.folder() / kImageFolder / path;
    return whole.lexically_relative(m_release.folder()).generic_string();
  }
  [[nodiscard]] bool hasChecksum(const std::string& path) const { return m_release.files().digestOf(path) != nullptr; }

  /// Sets person and session, or the fault.
  void place(PlannedRead& read, const std::string& subject, const std::string& session,
             const std::optional<PartialDate>& date) const {
    const auto person = m_subjects.personOf(subject);
    if (!person) {
      read.fault = person.error();
    } else {
      read.session.person = *person;
    }
    read.session.label = session.empty() ? kOnlySession : session;
    read.session.date = date;
  }

  void addDataset(const imaging::BidsDataset& dataset) {
    for (const Notice& notice : dataset.notices) {
      m_plan.notices.push_back(notice);
    }
    for (const imaging::BidsImage& image : dataset.images) {
      const std::string path = releasePath(image.path);
      if (image.kind == imaging::BidsImageKind::Probability || !hasChecksum(path)) {
        continue;
      }
      PlannedRead read;
      read.paths = {path};
      const std::string& subject = image.entities["sub"];
      const std::string& session = image.entities["ses"];
      auto date = m_subjects.dayOf(subject, session);
      place(read, subject, session, date ? date : dateInTable(dataset, subject, session));
      const std::string file = image.path.filename().string();
      read.name = file.substr(0, file.find('.'));
      read.role = roleOf(image);
      read.madeBy = image.pipeline;
      read.suffix = image.suffix;
      if (read.role == storage::ImageRole::Image) {
        read.sequence = imaging::nameOf(image.contrast.contrast);
      } else if (!isTemplateSpace(image.entities["space"])) {
        read.sequence = image.entities["space"];
      }
      if (image.pipeline.empty()) {
        m_withImages.insert({subject, session});
      }
      m_plan.images.push_back(std::move(read));
    }
    for (const imaging::BidsTransform& transform : dataset.transforms) {
      const std::string path = releasePath(transform.path);
      const auto person = m_subjects.personOf(transform.entities["sub"]);
      if (!hasChecksum(path) || !person) {
        continue;
      }
      const std::string& session = transform.entities["ses"];
      m_plan.transforms.push_back({path, *person, session.empty() ? kOnlySession : session, transform.from,
                                   transform.to, transform.pipeline, transform.movingFromFixed});
    }
  }

  void addDicom(const imaging::DicomScan& scan) {
    for (const Notice& refused : scan.refused) {
      m_plan.notices.push_back(refused);
    }
    for (const imaging::DicomSeries& series : scan.series) {
      PlannedRead read;
      for (const fs::path& file : series.files) {
        read.paths.push_back(releasePath(file));
      }
      if (read.paths.empty()) {
        continue;
      }
      std::string subject;
      std::string session;
      for (const fs::path& part : fs::path(read.paths.front())) {
        const std::string name = part.string();
        if (name.starts_with("sub-")) {
          subject = name.substr(4, name.find('_') - 4);
        } else if (name.starts_with("ses-")) {
          session = name.substr(4, name.find('_') - 4);
        }
      }
      if (m_withImages.contains({subject, session})) {
        continue;
      }
      std::optional<PartialDate> date = m_subjects.dayOf(subject, session);
      if (!date && series.facts.studyDate) {
        date = PartialDate(*series.facts.studyDate);
      }
      place(read, subject, session, date);
      const auto uncovered = std::find_if(read.paths.begin(), read.paths.end(),
                                          [&](const std::string& path) { return !hasChecksum(path); });
      if (uncovered != read.paths.end()) {
        m_plan.notices.push_back({*uncovered, FACET_TEXT("sync", "has no checksum, so its series is not read"), {}});
        continue;
      }
      read.sequence = imaging::nameOf(series.contrast.contrast);
      read.name = series.facts.seriesDescription.empty() ? read.sequence : series.facts.seriesDescription;
      read.notices = series.notices;
      read.series = series;
      m_plan.images.push_back(std::move(read));
    }
  }

  /// Images of a session that have one name are told apart by who made them, then by number.
  void makeNamesDiffer() {
    std::set<std::tuple<std::string, std::string, std::string>> taken;
    for (PlannedRead& read : m_plan.images) {
      const std::string plain = read.name;
      if (taken.contains({read.session.person, read.session.label, read.name}) && !read.madeBy.empty()) {
        read.name = plain + " (" + read.madeBy + ")";
      }
      for (int number = 2; !taken.insert({read.session.person, read.session.label, read.name}).second; ++number) {
        read.name = plain + " (" + std::to_string(number) + ")";
      }
    }
  }

  const Release& m_release;
  const Subjects& m_subjects;
  ImagePlan m_plan;
  std::set<std::pair<std::string, std::string>> m_withImages;
};

} // namespace

Result<ImagePlan> planImages(const Release& release, storage::ReleaseWriter& writer, Progress& progress) {
  const auto subjects = Subjects::read(writer);
  return subjects ? Planner(release, *subjects).run(progress) : Result<ImagePlan>(subjects.error());
}

} // namespace facet::sync
