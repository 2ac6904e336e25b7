#pragma once

#include <string_view>

/// The names of code systems and extensions of the consortium's profiles.
namespace facet::clinical::fhir {

inline constexpr std::string_view kSnomed = "http://snomed.info/sct";
inline constexpr std::string_view kLoinc = "http://loinc.org";
inline constexpr std::string_view kAtc = "http://www.whocc.no/atc";
inline constexpr std::string_view kUcum = "http://unitsofmeasure.org";
inline constexpr std::string_view kConditionClinical = "http://terminology.hl7.org/CodeSystem/condition-clinical";
inline constexpr std::string_view kConditionVerification = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
inline constexpr std::string_view kSeriousness = "http://terminology.hl7.org/CodeSystem/adverse-event-seriousness";
inline constexpr std::string_view kAssertedDate = "http://hl7.org/fhir/StructureDefinition/condition-assertedDate";

// The consortium's own code systems.
inline constexpr std::string_view kVariables = "https://multiplems.eu/fhir/variable";
inline constexpr std::string_view kLevels = "https://multiplems.eu/fhir/level";
inline constexpr std::string_view kSystems = "https://multiplems.eu/fhir/functional-system";
inline constexpr std::string_view kConditions = "https://multiplems.eu/fhir/condition";
inline constexpr std::string_view kCourses = "https://multiplems.eu/fhir/course";
inline constexpr std::string_view kModes = "https://multiplems.eu/fhir/examination-mode";
inline constexpr std::string_view kStopReasons = "https://multiplems.eu/fhir/stop-reason";
inline constexpr std::string_view kCohorts = "https://multiplems.eu/fhir/cohort";
inline constexpr std::string_view kSites = "https://multiplems.eu/fhir/site";
inline constexpr std::string_view kBidsSessions = "https://multiplems.eu/fhir/bids-session";

// The consortium's extensions.
inline constexpr std::string_view kParticipantKind = "https://multiplems.eu/fhir/ext/participant-kind";
inline constexpr std::string_view kOccasion = "https://multiplems.eu/fhir/ext/occasion";
inline constexpr std::string_view kRecovery = "https://multiplems.eu/fhir/ext/recovery";
inline constexpr std::string_view kSteroids = "https://multiplems.eu/fhir/ext/steroids";
inline constexpr std::string_view kPregnancyOutcome = "https://multiplems.eu/fhir/ext/pregnancy-outcome";
inline constexpr std::string_view kAssayBatch = "https://multiplems.eu/fhir/ext/assay-batch";
inline constexpr std::string_view kMriRegion = "https://multiplems.eu/fhir/ext/mri-region";
inline constexpr std::string_view kMriScanner = "https://multiplems.eu/fhir/ext/mri-scanner";
inline constexpr std::string_view kMriField = "https://multiplems.eu/fhir/ext/mri-field-tesla";
inline constexpr std::string_view kMriContrast = "https://multiplems.eu/fhir/ext/mri-contrast";
inline constexpr std::string_view kMriComparator = "https://multiplems.eu/fhir/ext/mri-comparator";

// The manifest of a release.
inline constexpr std::string_view kRelease = "https://multiplems.eu/fhir/ext/release";
inline constexpr std::string_view kBulkPublish = "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/bulk-publish";
inline constexpr std::string_view kNdjson = "application/fhir+ndjson";

// Codes of kConditions and of terminologies; the latter as far as clinical tables were checked against sources.
inline constexpr std::string_view kMs = "ms";
inline constexpr std::string_view kRelapse = "relapse";
inline constexpr std::string_view kPregnancy = "pregnancy";
inline constexpr std::string_view kSnomedMs = "24700007";
inline constexpr std::string_view kSnomedRelapse = "192929006";
inline constexpr std::string_view kSnomedEdss = "273554001";
/// Codes of kVariables that are no entries of the dictionary, because a record of their own holds them.
inline constexpr std::string_view kEdss = "edss";
inline constexpr std::string_view kMri = "mri";
inline constexpr std::string_view kAmbulation = "ambulation";
inline constexpr std::string_view kNewT2 = "new-t2-lesions";
inline constexpr std::string_view kEnlargingT2 = "enlarging-t2-lesions";
inline constexpr std::string_view kEnhancing = "enhancing-lesions";
inline constexpr std::string_view kVaccination = "vaccination";

} // namespace facet::clinical::fhir
