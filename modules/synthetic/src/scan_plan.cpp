#include "scan_plan.h"

#include "record.h"
#include "truth.h"

#include <algorithm>

namespace facet::synthetic {

using namespace clinical;

namespace {

constexpr std::size_t kScans = 3;
/// Kinds of patients of demoSetup().
constexpr std::size_t kKinds = 4;

struct Candidate {
  std::uint32_t index = 0;
  History history;
  std::vector<MriExam> exams; ///< the last scans of the head
  bool taken = false;
};

std::optional<Candidate> candidateOf(const Consortium& consortium, std::uint32_t index) {
  const auto person = simulatePerson(consortium, PersonGroup::Participant, index);
  if (!person || person->record.person.deceased) {
    return std::nullopt;
  }
  Candidate found;
  found.index = index;
  for (const MriExam& exam : person->record.exams) {
    if (exam.regions.front() == "brain") {
      found.exams.push_back(exam);
    }
  }
  if (found.exams.size() < kScans) {
    return std::nullopt;
  }
  found.exams.erase(found.exams.begin(), found.exams.end() - static_cast<std::ptrdiff_t>(kScans));
  const Traits traits = drawTraits(consortium.seed, PersonGroup::Participant, index, demoEpoch());
  found.history = live(traits, consortium.dataDay);
  return found;
}

bool hits(const Attack& attack, FunctionalSystem system) {
  return attack.rise[static_cast<std::size_t>(system)] > 0;
}

/// The relapses after one scan and up to the next; before the first scan all.
std::vector<const Attack*> attacksBefore(const Candidate& candidate, std::size_t scan) {
  std::vector<const Attack*> found;
  for (const Attack& attack : candidate.history.attacks) {
    const bool after = scan == 0 || attack.day > candidate.exams[scan - 1].date;
    if (!attack.pseudo && after && attack.day <= candidate.exams[scan].date) {
      found.push_back(&attack);
    }
  }
  return found;
}

bool isKind(const Candidate& candidate, std::size_t kind) {
  const History& history = candidate.history;
  const double age = yearsBetween(history.traits.birth, candidate.exams.back().date);
  const bool relapsing = history.traits.disease == Disease::Relapsing && !history.progressive;
  std::vector<const Attack*> between = attacksBefore(candidate, 1);
  const auto later = attacksBefore(candidate, 2);
  between.insert(between.end(), later.begin(), later.end());
  const bool seen = !history.lost && candidate.exams.back().date > history.until - std::chrono::days(500);
  switch (kind) {
  case 0:
    return relapsing && seen && history.traits.sex == Sex::Female && age > 22 && age < 48 &&
           history.spells.size() > 1 && std::any_of(between.begin(), between.end(), [](const Attack* attack) {
             return hits(*attack, FunctionalSystem::Brainstem);
           });
  case 1: {
    const Spell* spell = spellOn(history, candidate.exams.back().date);
    return relapsing && seen && between.empty() && spell != nullptr && spell->drug->lesions < 0.1;
  }
  case 2:
    return !relapsing && seen && age > 50;
  default:
    return relapsing && seen && age < 38;
  }
}

/// Sites that the symptoms of relapses ask for.
std::vector<LesionSite> sitesOf(const std::vector<const Attack*>& attacks) {
  std::vector<LesionSite> sites;
  for (const Attack* attack : attacks) {
    if (hits(*attack, FunctionalSystem::Brainstem)) {
      sites.push_back(LesionSite::Brainstem);
    }
    if (hits(*attack, FunctionalSystem::Cerebellar)) {
      sites.push_back(LesionSite::CerebellarPeduncle);
    }
  }
  constexpr std::size_t most = 4;
  sites.resize(std::min(sites.size(), most));
  return sites;
}

LesionActivity activityOf(const Candidate& candidate, std::size_t scan, std::size_t kind, int lesionsBefore) {
  const MriExam& exam = candidate.exams[scan];
  LesionActivity activity;
  activity.sites = sitesOf(attacksBefore(candidate, scan));
  const int needed = static_cast<int>(activity.sites.size());
  if (scan == 0) {
    const double ever = candidate.history.lesionsAt(exam.date);
    activity.newLesions = std::max(needed, std::clamp(6 + static_cast<int>(0.7 * ever), 7, 32));
  } else {
    const bool relapse = !attacksBefore(candidate, scan).empty();
    constexpr int mostNew = 6;
    activity.newLesions = std::max({needed, std::min(exam.newT2.value_or(0), mostNew), relapse ? 1 : 0});
    const int grows = activity.newLesions > 0 ? 1 : 0;
    activity.enlarging = std::min({std::max(exam.enlargingT2.value_or(0), grows), 3, lesionsBefore});
    // Rare: one lesion of all that these patients have.
    activity.vanishing = kind == 2 && scan == kScans - 1 && lesionsBefore > activity.enlarging ? 1 : 0;
  }
  // A lesion takes up contrast for some weeks; among two or more new ones of the first patient one still does.
  const int active = kind == 0 && scan > 0 && activity.newLesions > 1 ? 1 : 0;
  const int most = scan == 0 ? std::min(activity.newLesions, 2) : activity.newLesions;
  activity.enhancing = std::min(std::max(exam.enhancing.value_or(0), active), most);
  return activity;
}

ImagedPerson planOf(const Candidate& candidate, std::size_t place) {
  const Traits& traits = candidate.history.traits;
  RandomStream random = streamOf(traits, Purpose::Phantom);
  ImagedPerson person;
  person.index = candidate.index;
  person.scans.seed = static_cast<std::uint64_t>(random.word()) << 32 | random.word();
  std::copy_if(traits.id.begin(), traits.id.end(), std::back_inserter(person.scans.subject),
               [](char letter) { return letter != '-'; });
  person.scans.sex = traits.sex;
  int lesions = 0;
  for (std::size_t scan = 0; scan < candidate.exams.size(); ++scan) {
    const MriExam& exam = candidate.exams[scan];
    const ScanSetup setup = demoSetup(static_cast<int>(place), static_cast<int>(scan));
    person.examIds.push_back(exam.id);
    person.scans.output = setup.output;
    ScanPlan plan;
    plan.session = "0" + std::to_string(scan + 1);
    plan.date = exam.date;
    plan.ageYears = yearsBetween(traits.birth, exam.date);
    plan.protocol = setup.protocol;
    plan.scanner = setup.scanner;
    plan.gadolinium = setup.gadolinium;
    plan.motion = setup.motion;
    plan.activity = activityOf(candidate, scan, place % kKinds, lesions);
    lesions += plan.activity.newLesions - plan.activity.vanishing;
    person.scans.scans.push_back(std::move(plan));
  }
  return person;
}

} // namespace

Result<std::vector<ImagedPerson>> planScans(const Consortium& consortium, std::uint32_t participants,
                                            std::uint32_t count, const Progress& progress) {
  std::vector<Candidate> candidates;
  std::vector<std::optional<std::size_t>> places(count);
  std::uint32_t filled = 0;
  // The right people are found among some hundreds; after that anybody will do.
  const std::uint32_t patience = std::max<std::uint32_t>(400, 20 * count);
  for (std::uint32_t index = 0; index < participants && filled < count; ++index) {
    if (index >= patience && candidates.size() >= count) {
      break;
    }
    if (progress.stopRequested()) {
      return cancelledError();
    }
    auto candidate = candidateOf(consortium, index);
    if (!candidate) {
      continue;
    }
    for (std::size_t place = 0; place < places.size() && !candidate->taken; ++place) {
      if (!places[place] && isKind(*candidate, place % kKinds)) {
        places[place] = candidates.size();
        candidate->taken = true;
        ++filled;
      }
    }
    candidates.push_back(std::move(*candidate));
  }
  if (candidates.size() < count) {
    return Error{ErrorCode::InvalidInput, std::to_string(count),
                 FACET_TEXT("synthetic", "participants with images are asked for, but only %1 have three scans")
                     .with(candidates.size())};
  }
  std::vector<ImagedPerson> people;
  for (std::size_t place = 0; place < places.size(); ++place) {
    if (!places[place]) {
      const auto next =
          std::find_if(candidates.begin(), candidates.end(), [](const Candidate& one) { return !one.taken; });
      next->taken = true;
      places[place] = static_cast<std::size_t>(next - candidates.begin());
    }
    people.push_back(planOf(candidates[*places[place]], place));
  }
  return people;
}

void applyReports(PatientRecord& record, const ImagedPerson& person, const PhantomTruth& truth) {
  for (std::size_t scan = 0; scan < person.examIds.size(); ++scan) {
    const auto exam = std::find_if(record.exams.begin(), record.exams.end(),
                                   [&](const MriExam& one) { return one.id == person.examIds[scan]; });
    const ScanPlan& plan = person.scans.scans[scan];
    const ScanReport& report = truth.reports[scan];
    exam->bidsSession = report.bidsSession;
    exam->regions = report.regions;
    exam->scanner = plan.scanner.manufacturer + " " + plan.scanner.model;
    exam->fieldTesla = plan.scanner.fieldTesla;
    exam->contrast = plan.gadolinium == Gadolinium::Given ? ContrastGiven::Yes : ContrastGiven::No;
    exam->enhancing = report.enhancing;
    // The first scan is compared with one from before, of which there are no images.
    if (scan > 0) {
      exam->comparatorId = person.examIds[scan - 1];
      exam->newT2 = report.newT2;
      exam->enlargingT2 = report.enlargingT2;
    }
  }
}

} // namespace facet::synthetic
