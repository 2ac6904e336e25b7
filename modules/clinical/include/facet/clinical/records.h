#pragma once

#include <facet/clinical/edss.h>
#include <facet/core/date.h>

#include <optional>
#include <string>
#include <vector>

/// One person's data as the consortium delivers them. Every record has the id of its resource in the release; what is
/// missing has no value and is never replaced by a guess.
namespace facet::clinical {

enum class Sex : std::uint8_t { Female, Male, Other, Unknown };
enum class PersonKind : std::uint8_t { Patient, Control };

struct Person {
  std::string id; ///< pseudonym
  PersonKind kind = PersonKind::Patient;
  Sex sex = Sex::Unknown;
  std::optional<PartialDate> birth;
  bool deceased = false; ///< true also where the day is not known
  std::optional<PartialDate> death;
  std::string country; ///< ISO 3166-1 alpha-2, may be empty
  std::string site;    ///< the site's code, may be empty
  bool operator==(const Person&) const = default;
};

/// A named set of people, such as the cohort of newly diagnosed patients.
struct Cohort {
  std::string id;
  std::string code;                 ///< kNewlyDiagnosed or another code of the consortium
  std::string name;                 ///< as delivered
  std::vector<std::string> members; ///< pseudonyms, ordered
  bool operator==(const Cohort&) const = default;
};
/// The code of the cohort in which leads are verified.
inline constexpr const char* kNewlyDiagnosed = "newly-diagnosed";

/// Course of the disease. Source of the terms: Lublin et al., Neurology 2014;83:278.
enum class Course : std::uint8_t {
  RadiologicallyIsolated,
  ClinicallyIsolated,
  RelapsingRemitting,
  SecondaryProgressive,
  PrimaryProgressive,
  Unknown
};

/// A stretch of the disease course.
struct Phase {
  std::string id;
  Course course = Course::Unknown;
  PartialDate start;
  std::optional<PartialDate> end;
  bool operator==(const Phase&) const = default;
};

/// First symptom and diagnosis.
struct Onset {
  std::string id;
  std::optional<PartialDate> onset;
  std::optional<PartialDate> diagnosis;
  bool operator==(const Onset&) const = default;
};

enum class Occasion : std::uint8_t { Scheduled, Relapse, Unscheduled, Unknown };
enum class ExaminationMode : std::uint8_t { Examined, Telephone, SelfReported, Unknown };

struct Visit {
  std::string id;
  Day date;
  Occasion occasion = Occasion::Unknown;
  ExaminationMode mode = ExaminationMode::Unknown;
  std::string rater;        ///< pseudonym of the examiner, may be empty
  std::optional<Edss> edss; ///< as entered
  FunctionalSystems systems;
  bool operator==(const Visit&) const = default;
};

enum class RelapseSeverity : std::uint8_t { Mild, Moderate, Severe, Unknown };
enum class RelapseCertainty : std::uint8_t { Reported, Examined, Confirmed, Pseudo, Unknown };
enum class Recovery : std::uint8_t { Complete, Partial, None, Unknown };

struct Relapse {
  std::string id;
  PartialDate onset;
  std::optional<PartialDate> end;
  RelapseSeverity severity = RelapseSeverity::Unknown;
  RelapseCertainty certainty = RelapseCertainty::Unknown;
  Recovery recovery = Recovery::Unknown;
  std::optional<bool> steroids;
  std::vector<FunctionalSystem> systems;
  bool operator==(const Relapse&) const = default;
};

/// A course of a disease-modifying drug, from the order to start to the decision to stop.
struct Treatment {
  std::string id;
  std::string atc;  ///< as delivered, possibly a retired code; may be empty
  std::string name; ///< as delivered
  PartialDate start;
  std::optional<PartialDate> stop; ///< none while it goes on
  std::string stopReason;          ///< code of the dictionary (`dict/stop-reasons.json`), may be empty
  std::string dose;                ///< free text, may be empty
  bool operator==(const Treatment&) const = default;
};

/// One infusion, injection day or course of a drug that is not taken daily.
struct Administration {
  std::string id;
  std::string treatmentId; ///< may be empty
  std::string atc;         ///< as delivered, may be empty
  std::string name;        ///< as delivered
  Day date;
  std::optional<double> doseMg;
  bool operator==(const Administration&) const = default;
};

struct AdverseEvent {
  std::string id;
  std::string treatmentId; ///< may be empty
  PartialDate date;
  std::string term; ///< as delivered
  std::optional<bool> serious;
  bool operator==(const AdverseEvent&) const = default;
};

/// A laboratory value, marker, timed test, questionnaire score or body measure: one number with a unit.
struct Measurement {
  std::string id;
  std::string code; ///< variable of the dictionary (`dict/variables.json`), e.g. "snfl", "t25fw", "bmi"
  PartialDate date;
  double value = 0;
  std::string unit;   ///< UCUM
  std::string method; ///< assay or test version, may be empty
  std::string batch;  ///< assay batch, may be empty
  bool operator==(const Measurement&) const = default;
};

/// A finding with a name instead of a number: oligoclonal bands, smoking, EBV serology, comorbidity, vaccination.
struct Finding {
  std::string id;
  std::string code; ///< variable of the dictionary
  std::optional<PartialDate> date;
  std::string value; ///< level of the variable, e.g. "positive", "former"
  bool operator==(const Finding&) const = default;
};

enum class PregnancyOutcome : std::uint8_t { LiveBirth, Loss, Termination, Ongoing, Unknown };

struct Pregnancy {
  std::string id;
  PartialDate conception;
  std::optional<PartialDate> end;
  PregnancyOutcome outcome = PregnancyOutcome::Unknown;
  bool operator==(const Pregnancy&) const = default;
};

enum class ContrastGiven : std::uint8_t { Yes, No, Unknown };

/// An MRI examination as the radiologist reported it. Counts hold against the named comparator and are absent where
/// they were not reported.
struct MriExam {
  std::string id;
  Day date;
  std::string bidsSession;          ///< "sub-X/ses-Y" where images are in the release, else empty
  std::vector<std::string> regions; ///< "brain", "cervical-cord", "thoracic-cord", "optic-nerve"
  std::string scanner;              ///< manufacturer and model, may be empty
  std::optional<double> fieldTesla;
  ContrastGiven contrast = ContrastGiven::Unknown;
  std::string comparatorId; ///< exam that the counts are against; empty for a first scan
  std::optional<int> newT2;
  std::optional<int> enlargingT2;
  std::optional<int> enhancing;
  bool operator==(const MriExam&) const = default;
};

/// Everything known of one person, each list ordered by date, then id.
struct PatientRecord {
  Person person;
  std::vector<std::string> cohorts; ///< codes of the cohorts that the person is a member of, ordered
  std::optional<Onset> onset;
  std::vector<Phase> phases;
  std::vector<Visit> visits;
  std::vector<Relapse> relapses;
  std::vector<Treatment> treatments;
  std::vector<Administration> administrations;
  std::vector<AdverseEvent> adverseEvents;
  std::vector<Measurement> measurements;
  std::vector<Finding> findings;
  std::vector<Pregnancy> pregnancies;
  std::vector<MriExam> exams;
};

} // namespace facet::clinical
