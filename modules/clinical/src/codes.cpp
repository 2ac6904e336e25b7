#include <facet/clinical/codes.h>

#include <array>

namespace facet::clinical {
namespace {

/// The codes of an enumeration in the order of its values.
template <class Enum>
struct Codes;

#define FACET_CODES(Enum, ...)                                                                                         \
  template <>                                                                                                          \
  struct Codes<Enum> {                                                                                                 \
    static constexpr auto words = std::to_array<std::string_view>({__VA_ARGS__});                                      \
  };

FACET_CODES(FunctionalSystem, "pyramidal", "cerebellar", "brainstem", "sensory", "bowel-bladder", "visual", "cerebral")
FACET_CODES(Sex, "female", "male", "other", "unknown")
FACET_CODES(PersonKind, "patient", "control")
FACET_CODES(Course, "ris", "cis", "rrms", "spms", "ppms", "unknown")
FACET_CODES(Occasion, "scheduled", "relapse", "unscheduled", "unknown")
FACET_CODES(ExaminationMode, "examined", "telephone", "self-reported", "unknown")
FACET_CODES(RelapseSeverity, "mild", "moderate", "severe", "unknown")
FACET_CODES(RelapseCertainty, "reported", "examined", "confirmed", "pseudo", "unknown")
FACET_CODES(Recovery, "complete", "partial", "none", "unknown")
FACET_CODES(PregnancyOutcome, "live-birth", "loss", "termination", "ongoing", "unknown")
FACET_CODES(ContrastGiven, "yes", "no", "unknown")

#undef FACET_CODES

static_assert(Codes<FunctionalSystem>::words.size() == kFunctionalSystems);

template <class Enum>
std::string_view wordOf(Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < Codes<Enum>::words.size() ? Codes<Enum>::words[index] : std::string_view("unknown");
}

} // namespace

std::string_view codeOf(FunctionalSystem value) {
  return wordOf(value);
}
std::string_view codeOf(Sex value) {
  return wordOf(value);
}
std::string_view codeOf(PersonKind value) {
  return wordOf(value);
}
std::string_view codeOf(Course value) {
  return wordOf(value);
}
std::string_view codeOf(Occasion value) {
  return wordOf(value);
}
std::string_view codeOf(ExaminationMode value) {
  return wordOf(value);
}
std::string_view codeOf(RelapseSeverity value) {
  return wordOf(value);
}
std::string_view codeOf(RelapseCertainty value) {
  return wordOf(value);
}
std::string_view codeOf(Recovery value) {
  return wordOf(value);
}
std::string_view codeOf(PregnancyOutcome value) {
  return wordOf(value);
}
std::string_view codeOf(ContrastGiven value) {
  return wordOf(value);
}

template <class Enum>
std::optional<Enum> fromCode(std::string_view code) {
  for (std::size_t i = 0; i < Codes<Enum>::words.size(); ++i) {
    if (Codes<Enum>::words[i] == code) {
      return static_cast<Enum>(i);
    }
  }
  return std::nullopt;
}

template std::optional<FunctionalSystem> fromCode(std::string_view);
template std::optional<Sex> fromCode(std::string_view);
template std::optional<PersonKind> fromCode(std::string_view);
template std::optional<Course> fromCode(std::string_view);
template std::optional<Occasion> fromCode(std::string_view);
template std::optional<ExaminationMode> fromCode(std::string_view);
template std::optional<RelapseSeverity> fromCode(std::string_view);
template std::optional<RelapseCertainty> fromCode(std::string_view);
template std::optional<Recovery> fromCode(std::string_view);
template std::optional<PregnancyOutcome> fromCode(std::string_view);
template std::optional<ContrastGiven> fromCode(std::string_view);

} // namespace facet::clinical
