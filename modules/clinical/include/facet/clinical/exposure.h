#pragma once

#include <facet/clinical/records.h>
#include <facet/clinical/span.h>
#include <facet/clinical/tables.h>

#include <optional>
#include <string>
#include <vector>

/// What a person was treated with, and when.
namespace facet::clinical {

/// A time on one drug. Records of the same drug that follow each other without a day between them and without a reason
/// to stop (a change of dose) are one episode; the last of them tells whether and why it was stopped.
struct Episode {
  std::vector<std::string> treatmentIds; ///< the records, in order; never empty
  const Drug* drug = nullptr;            ///< none where the table of drugs does not know it
  std::string name;                      ///< the drug's name, or as delivered where it is not known
  PartialDate start;
  std::optional<PartialDate> stop; ///< none while it goes on
  std::string stopReason;          ///< code, may be empty
  Span span;                       ///< from start to stop, or to the last contact while it goes on
  std::vector<std::size_t> doses;  ///< of PatientRecord::administrations
};

/// A time between two drugs, or since the last one.
struct Gap {
  std::size_t after = 0;             ///< the episode that ended last before it
  std::optional<std::size_t> before; ///< the episode that ends it
  Span span;
  std::vector<std::size_t> doses; ///< administrations in it that belong to no recorded treatment
};

struct Exposure {
  std::vector<Episode> episodes; ///< by start
  std::vector<Gap> gaps;         ///< by begin; only where at least a day lies between for certain
  std::optional<Day> lastContact;
};

/// The last day of which anything is on record, not after `asOf` and not after death; none for an empty record. Dates
/// known in part count with their first day.
[[nodiscard]] std::optional<Day> lastContact(const PatientRecord& record, Day asOf);

/// Episodes and the gaps between them. A treatment that goes on is followed to the last contact.
[[nodiscard]] Exposure exposureOf(const PatientRecord& record, Day asOf);

struct Overlap {
  std::size_t with = 0; ///< the other episode
  Days days;
};

/// The other episodes that share time with one, or perhaps do.
[[nodiscard]] std::vector<Overlap> overlapsOf(const Exposure& exposure, std::size_t episode);

} // namespace facet::clinical
