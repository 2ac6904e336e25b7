#include "lesion_plan.h"

#include <algorithm>
#include <set>

namespace facet::synthetic {
namespace {

constexpr std::size_t kLongestName = 64;
constexpr int kMostLesions = 200;

bool isName(const std::string& text) {
  return !text.empty() && text.size() <= kLongestName && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
}

Error refuse(const std::string& subject, Message reason) {
  return {.code = ErrorCode::InvalidInput, .subject = subject, .reason = std::move(reason)};
}

Result<void> checkActivity(const std::string& subject, const LesionActivity& activity, int present) {
  if (activity.newLesions < 0 || activity.enlarging < 0 || activity.vanishing < 0 || activity.enhancing < 0) {
    return refuse(subject, FACET_TEXT("synthetic", "has a negative number of lesions"));
  }
  if (activity.enlarging + activity.vanishing > present) {
    return refuse(subject, FACET_TEXT("synthetic", "has %1 lesions, of which %2 cannot enlarge and %3 vanish")
                               .with(present, activity.enlarging, activity.vanishing));
  }
  if (std::ssize(activity.sites) > activity.newLesions) {
    return refuse(subject, FACET_TEXT("synthetic", "has more sites than new lesions"));
  }
  if (activity.enhancing > activity.newLesions + activity.enlarging) {
    return refuse(subject, FACET_TEXT("synthetic", "has more enhancing lesions than new and enlarging ones"));
  }
  if (activity.newLesions > kMostLesions) {
    return refuse(subject, FACET_TEXT("synthetic", "has more lesions than there is room for"));
  }
  return {};
}

Result<void> checkPatient(const PatientScans& patient) {
  const std::string subject = "sub-" + patient.subject;
  if (!isName(patient.subject)) {
    return refuse(subject, FACET_TEXT("synthetic", "is no name of letters and digits"));
  }
  std::set<std::string> sessions;
  int present = 0;
  for (std::size_t n = 0; n < patient.scans.size(); ++n) {
    const ScanPlan& scan = patient.scans[n];
    const std::string name = subject + "/ses-" + scan.session;
    if (!isName(scan.session)) {
      return refuse(name, FACET_TEXT("synthetic", "is no name of letters and digits"));
    }
    if (!sessions.insert(scan.session).second) {
      return refuse(name, FACET_TEXT("synthetic", "is there twice"));
    }
    if (n > 0 && scan.date <= patient.scans[n - 1].date) {
      return refuse(name, FACET_TEXT("synthetic", "is not later than the scan before it"));
    }
    if (!(scan.ageYears >= 0 && scan.ageYears <= 120)) {
      return refuse(name, FACET_TEXT("synthetic", "has an age outside 0 to 120 years"));
    }
    if (!(scan.scanner.fieldTesla > 0 && scan.scanner.fieldTesla <= 12)) {
      return refuse(name, FACET_TEXT("synthetic", "has a field strength outside 0 to 12 tesla"));
    }
    if (const auto checked = checkActivity(name, scan.activity, present); !checked) {
      return checked;
    }
    present += scan.activity.newLesions - scan.activity.vanishing;
  }
  return {};
}

} // namespace

Result<void> checkPlan(std::span<const PatientScans> patients) {
  std::set<std::string> subjects;
  for (const PatientScans& patient : patients) {
    if (const auto checked = checkPatient(patient); !checked) {
      return checked;
    }
    if (!subjects.insert(patient.subject).second) {
      return refuse("sub-" + patient.subject, FACET_TEXT("synthetic", "is there twice"));
    }
  }
  return {};
}

} // namespace facet::synthetic
