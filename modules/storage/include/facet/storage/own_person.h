#pragma once

#include <facet/clinical/records.h>

#include <optional>
#include <string>

namespace facet::storage {

/// What an import said of a person, without a date.
struct OwnPerson {
  std::string pseudonym;
  clinical::Sex sex = clinical::Sex::Unknown;
  std::optional<double> ageYears;
  std::optional<clinical::Course> course;
  std::optional<clinical::Edss> edss;
  bool operator==(const OwnPerson&) const = default;
};

} // namespace facet::storage
