#pragma once

#include <facet/synthetic/people.h>
#include <facet/synthetic/phantom.h>

#include <string>
#include <vector>

namespace facet::synthetic {

/// A participant whose last three scans of the head get images.
struct ImagedPerson {
  std::uint32_t index = 0;          ///< among the participants
  std::vector<std::string> examIds; ///< of the scans, by date
  PatientScans scans;
};

/// Chooses `count` participants for the places of demoSetup(): a young woman with a relapse between the scans, somebody
/// quiet under a strong drug, somebody older with progression, somebody young; others where there are none. What
/// happens to the lesions agrees with the record.
/// Errors: InvalidInput where fewer participants have three scans; Cancelled.
[[nodiscard]] Result<std::vector<ImagedPerson>> planScans(const Consortium& consortium, std::uint32_t participants,
                                                          std::uint32_t count, const Progress& progress);

/// Puts scanner, contrast and what the reader found into the record.
void applyReports(clinical::PatientRecord& record, const ImagedPerson& person, const PhantomTruth& truth);

} // namespace facet::synthetic
