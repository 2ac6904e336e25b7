#pragma once

#include <facet/clinical/fhir.h>
#include <facet/clinical/records.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The people of the synthetic consortium: nobody real, but courses such as registries have.
namespace facet::synthetic {

/// The day to which the cohort is recruited, and the default day of the data.
[[nodiscard]] Day demoEpoch();

enum class PersonGroup : std::uint8_t {
  Participant,    ///< with MS, in the registry for a while
  NewlyDiagnosed, ///< diagnosed in the two years before the epoch
  Control         ///< without MS
};

/// What is fixed for a release and everybody in it.
struct Consortium {
  std::uint64_t seed = 1;
  Day dataDay = demoEpoch(); ///< nothing of the record is later
};

struct SimulatedPerson {
  clinical::PatientRecord record;
  /// What really happened, as a line of JSON: the exact course, the causes of each worsening and the effects of drugs.
  std::string truth;
  std::vector<std::string> corrected; ///< ids of records that the registry has corrected since they were first sent
};

/// The index-th person of a group as the consortium knows them on the day of the data. Nothing for somebody who has not
/// joined yet or has withdrawn. With a later day the same person has gone on: records are added, open ones closed, a
/// few corrected or taken back; all others stay as they were. Thread: any; people do not depend on each other.
[[nodiscard]] std::optional<SimulatedPerson> simulatePerson(const Consortium& consortium, PersonGroup group,
                                                            std::uint32_t index);

/// The resources of a record in a fixed order, each with its version: "2" and more where it was sent before with
/// another content.
[[nodiscard]] std::vector<clinical::FhirResource> resourcesOf(const SimulatedPerson& person);

} // namespace facet::synthetic
