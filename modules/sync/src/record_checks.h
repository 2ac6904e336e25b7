#pragma once

#include <facet/clinical/fhir.h>
#include <facet/clinical/release_manifest.h>
#include <facet/storage/release_writer.h>

#include <optional>
#include <string>
#include <unordered_map>

namespace facet::sync {

/// What no record shows alone: dates after the release or before birth, and people and treatments that do not exist.
class RecordChecks {
public:
  /// Dates that are shifted say nothing about the day of the release.
  RecordChecks(Instant releaseTime, clinical::ReleaseDates dates);

  void know(const storage::KnownPerson& person);
  void know(const storage::KnownTreatment& treatment);
  [[nodiscard]] bool knowsPerson(const std::string& id) const { return m_births.contains(id); }

  /// Why the record cannot be taken, or nothing.
  [[nodiscard]] std::optional<Error> fault(const clinical::FhirResource& resource) const;
  /// Lets later records refer to this one.
  void accept(const clinical::FhirResource& resource);

private:
  [[nodiscard]] std::optional<Message> dateFault(const clinical::FhirResource& resource) const;
  [[nodiscard]] std::optional<Message> referenceFault(const clinical::FhirResource& resource) const;

  std::optional<Day> m_lastDay;
  std::unordered_map<std::string, std::optional<PartialDate>> m_births;
  std::unordered_map<std::string, std::string> m_treatments;
};

} // namespace facet::sync
