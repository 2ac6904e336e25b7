#include "record_checks.h"

#include <vector>

namespace facet::sync {
namespace {

using namespace clinical;
using Dates = std::vector<PartialDate>;

void add(Dates& dates, const std::optional<PartialDate>& date) {
  if (date) {
    dates.push_back(*date);
  }
}

/// Every date of a record, birth left out.
struct DatesOf {
  Dates operator()(const Person& person) const {
    Dates dates;
    add(dates, person.death);
    return dates;
  }
  Dates operator()(const Onset& onset) const {
    Dates dates;
    add(dates, onset.onset);
    add(dates, onset.diagnosis);
    return dates;
  }
  Dates operator()(const Phase& phase) const { return both(phase.start, phase.end); }
  Dates operator()(const Visit& visit) const { return {PartialDate(visit.date)}; }
  Dates operator()(const Relapse& relapse) const { return both(relapse.onset, relapse.end); }
  Dates operator()(const Treatment& treatment) const { return both(treatment.start, treatment.stop); }
  Dates operator()(const Administration& administration) const { return {PartialDate(administration.date)}; }
  Dates operator()(const AdverseEvent& event) const { return {event.date}; }
  Dates operator()(const Measurement& measurement) const { return {measurement.date}; }
  Dates operator()(const Finding& finding) const {
    Dates dates;
    add(dates, finding.date);
    return dates;
  }
  Dates operator()(const Pregnancy& pregnancy) const { return both(pregnancy.conception, pregnancy.end); }
  Dates operator()(const MriExam& exam) const { return {PartialDate(exam.date)}; }
  Dates operator()(const Cohort&) const { return {}; }

private:
  static Dates both(const PartialDate& first, const std::optional<PartialDate>& second) {
    Dates dates = {first};
    add(dates, second);
    return dates;
  }
};

/// The treatment that a record names, or an empty text.
const std::string& treatmentOf(const Record& record) {
  static const std::string none;
  if (const auto* administration = std::get_if<Administration>(&record)) {
    return administration->treatmentId;
  }
  const auto* event = std::get_if<AdverseEvent>(&record);
  return event == nullptr ? none : event->treatmentId;
}

} // namespace

RecordChecks::RecordChecks(Instant releaseTime, ReleaseDates dates) {
  if (dates != ReleaseDates::Shifted) {
    // Somewhere on Earth the day of the release is already the next one.
    m_lastDay = std::chrono::floor<std::chrono::days>(releaseTime + std::chrono::hours(14));
  }
}

void RecordChecks::know(const storage::KnownPerson& person) {
  m_births[person.id] = person.birth;
}

void RecordChecks::know(const storage::KnownTreatment& treatment) {
  m_treatments[treatment.id] = treatment.person;
}

void RecordChecks::accept(const FhirResource& resource) {
  if (const auto* person = std::get_if<Person>(&resource.record)) {
    m_births[resource.personId] = person->birth;
  } else if (std::holds_alternative<Treatment>(resource.record)) {
    m_treatments[resource.id] = resource.personId;
  }
}

std::optional<Message> RecordChecks::referenceFault(const FhirResource& resource) const {
  if (resource.personId.empty() || std::holds_alternative<Person>(resource.record)) {
    return std::nullopt;
  }
  if (!knowsPerson(resource.personId)) {
    return FACET_TEXT("sync", "is about %1, who is not in the release").with(resource.personId);
  }
  const std::string& treatment = treatmentOf(resource.record);
  if (treatment.empty()) {
    return std::nullopt;
  }
  const auto found = m_treatments.find(treatment);
  if (found == m_treatments.end()) {
    return FACET_TEXT("sync", "names the treatment %1, which is not in the release").with(treatment);
  }
  if (found->second != resource.personId) {
    return FACET_TEXT("sync", "names the treatment %1, which is another person's").with(treatment);
  }
  return std::nullopt;
}

std::optional<Message> RecordChecks::dateFault(const FhirResource& resource) const {
  Dates dates = std::visit(DatesOf(), resource.record);
  const auto* person = std::get_if<Person>(&resource.record);
  if (person != nullptr) {
    add(dates, person->birth);
  }
  for (const PartialDate& date : dates) {
    if (m_lastDay && date.earliest() > *m_lastDay) {
      return FACET_TEXT("sync", "has the date %1, which is after the release").with(date.toIso());
    }
  }
  const auto birth = person == nullptr ? m_births.find(resource.personId) : m_births.end();
  if (birth == m_births.end() || !birth->second) {
    return std::nullopt;
  }
  for (const PartialDate& date : dates) {
    if (date.latest() < birth->second->earliest()) {
      return FACET_TEXT("sync", "has the date %1, which is before the birth (%2)")
          .with(date.toIso(), birth->second->toIso());
    }
  }
  return std::nullopt;
}

std::optional<Error> RecordChecks::fault(const FhirResource& resource) const {
  auto reason = referenceFault(resource);
  if (!reason) {
    reason = dateFault(resource);
  }
  if (!reason) {
    return std::nullopt;
  }
  return Error{ErrorCode::InvalidInput, resource.type + "/" + resource.id, *std::move(reason)};
}

} // namespace facet::sync
