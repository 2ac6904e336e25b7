#include "record.h"
#include "truth.h"

#include <facet/synthetic/people.h>

#include <algorithm>
#include <cmath>

namespace facet::synthetic {

using namespace clinical;
using std::chrono::days;

namespace {

/// What the registry changes in a person's record after it was first sent.
struct Amendments {
  std::optional<Day> withdrawal;
  std::optional<Day> correction; ///< of one measurement
  std::optional<Day> duplicate;  ///< until when one measurement stood there twice
  std::uint32_t which = 0;
};

Amendments amendmentsOf(const Traits& traits) {
  RandomStream random = streamOf(traits, Purpose::Amendments);
  const auto drawDay = [&] { return demoEpoch() - days(5 + random.below(180)); };
  Amendments found;
  if (random.chance(0.006)) {
    found.withdrawal = drawDay();
  }
  if (random.chance(0.06)) {
    found.correction = drawDay();
  }
  if (random.chance(0.04)) {
    found.duplicate = drawDay();
  }
  found.which = random.word();
  return found;
}

/// A measurement that was there before any amendment, or null.
Measurement* oldMeasurement(PatientRecord& record, std::uint32_t which) {
  std::vector<Measurement*> found;
  for (Measurement& one : record.measurements) {
    if (one.date.latest() < demoEpoch() - days(200)) {
      found.push_back(&one);
    }
  }
  return found.empty() ? nullptr : found[which % found.size()];
}

void amend(SimulatedPerson& person, const Amendments& amendments, Day dataDay) {
  if (Measurement* one = oldMeasurement(person.record, amendments.which); one != nullptr) {
    if (amendments.correction && dataDay < *amendments.correction) {
      // The digits as they were typed at first.
      one->value = rounded(one->value * 1.1 + 1, 1);
    } else if (amendments.correction) {
      person.corrected.push_back(one->id);
    }
    if (amendments.duplicate && dataDay < *amendments.duplicate) {
      Measurement again = *one;
      again.id += "-again";
      person.record.measurements.push_back(std::move(again));
    }
  }
}

template <class T>
Day firstDay(const T& record) {
  if constexpr (requires { record.onset; }) {
    return record.onset.earliest();
  } else if constexpr (requires { record.start; }) {
    return record.start.earliest();
  } else if constexpr (requires { record.conception; }) {
    return record.conception.earliest();
  } else if constexpr (requires { record.date.has_value(); }) {
    return record.date ? record.date->earliest() : Day();
  } else if constexpr (requires { record.date.earliest(); }) {
    return record.date.earliest();
  } else {
    return record.date;
  }
}

template <class T>
void sortByDate(std::vector<T>& list) {
  std::sort(list.begin(), list.end(), [](const T& a, const T& b) {
    return std::pair(firstDay(a), std::string_view(a.id)) < std::pair(firstDay(b), std::string_view(b.id));
  });
}

void sortRecord(PatientRecord& record) {
  sortByDate(record.phases);
  sortByDate(record.visits);
  sortByDate(record.relapses);
  sortByDate(record.treatments);
  sortByDate(record.administrations);
  sortByDate(record.adverseEvents);
  sortByDate(record.measurements);
  sortByDate(record.findings);
  sortByDate(record.pregnancies);
  sortByDate(record.exams);
}

} // namespace

Day demoEpoch() {
  return *dayOf(2026, 11, 14);
}

PatientRecord recordOf(const History& history) {
  PatientRecord record;
  const RecordParts parts{history, record};
  addCourse(parts);
  addDoses(parts);
  addSideEffects(parts);
  addLaboratory(parts);
  addTests(parts);
  addFindings(parts);
  addScans(parts);
  if (history.traits.group == PersonGroup::NewlyDiagnosed) {
    record.cohorts.emplace_back(kNewlyDiagnosed);
  }
  sortRecord(record);
  return record;
}

std::optional<SimulatedPerson> simulatePerson(const Consortium& consortium, PersonGroup group, std::uint32_t index) {
  const Traits traits = drawTraits(consortium.seed, group, index, demoEpoch());
  const Amendments amendments = amendmentsOf(traits);
  if (traits.entry > consortium.dataDay || (amendments.withdrawal && *amendments.withdrawal <= consortium.dataDay)) {
    return std::nullopt;
  }
  const History history = live(traits, consortium.dataDay);
  SimulatedPerson person;
  person.record = recordOf(history);
  person.truth = truthOf(history);
  amend(person, amendments, consortium.dataDay);
  sortByDate(person.record.measurements);
  return person;
}

std::vector<FhirResource> resourcesOf(const SimulatedPerson& person) {
  const PatientRecord& record = person.record;
  std::vector<FhirResource> found;
  const auto add = [&](const auto& one, int version) {
    const bool corrected =
        std::find(person.corrected.begin(), person.corrected.end(), one.id) != person.corrected.end();
    FhirResource made;
    made.record = one;
    made.type = fhirTypeOf(made.record);
    made.id = one.id;
    made.personId = record.person.id;
    made.version = std::to_string(version + (corrected ? 1 : 0));
    found.push_back(std::move(made));
  };
  const auto addAll = [&](const auto& list, auto closed) {
    for (const auto& one : list) {
      add(one, closed(one) ? 2 : 1);
    }
  };
  const auto never = [](const auto&) { return false; };
  add(record.person, record.person.deceased ? 2 : 1);
  if (record.onset) {
    add(*record.onset, 1);
  }
  addAll(record.phases, [](const Phase& one) { return one.end.has_value(); });
  addAll(record.visits, never);
  for (const Relapse& one : record.relapses) {
    add(one, 1 + (one.end ? 1 : 0) + (one.recovery != Recovery::Unknown ? 1 : 0));
  }
  addAll(record.treatments, [](const Treatment& one) { return one.stop.has_value(); });
  addAll(record.administrations, never);
  addAll(record.adverseEvents, never);
  addAll(record.measurements, never);
  addAll(record.findings, never);
  addAll(record.pregnancies, [](const Pregnancy& one) { return one.end.has_value(); });
  addAll(record.exams, never);
  return found;
}

} // namespace facet::synthetic
