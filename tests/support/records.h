#pragma once

#include <facet/clinical/records.h>

#include <string>
#include <utility>

/// Short ways to write a person's record in a test. Wrong dates and steps end the test at once.
namespace facet::clinical::test {

inline PartialDate date(const char* iso) {
  return *parseIsoDate(iso);
}
inline Day day(const char* iso) {
  return *parseIsoDay(iso);
}

inline Visit visit(const char* iso, double edss, Occasion occasion = Occasion::Scheduled,
                   ExaminationMode mode = ExaminationMode::Examined) {
  Visit made;
  made.id = std::string("v-") + iso;
  made.date = day(iso);
  made.occasion = occasion;
  made.mode = mode;
  made.edss = *Edss::fromNumber(edss);
  return made;
}

inline Relapse relapse(const char* iso, RelapseCertainty certainty = RelapseCertainty::Confirmed,
                       RelapseSeverity severity = RelapseSeverity::Moderate) {
  Relapse made{.id = std::string("r-") + iso, .onset = date(iso), .end = {}, .steroids = {}, .systems = {}};
  made.certainty = certainty;
  made.severity = severity;
  return made;
}

/// `stop` is null while it goes on.
inline Treatment treatment(const char* name, const char* start, const char* stop = nullptr, const char* reason = "") {
  Treatment made{.id = std::string("t-") + name + "-" + start,
                 .atc = {},
                 .name = name,
                 .start = date(start),
                 .stop = {},
                 .stopReason = reason,
                 .dose = {}};
  if (stop != nullptr) {
    made.stop = date(stop);
  }
  return made;
}

/// `comparator` is the day of the scan that it was compared with, or null.
inline MriExam scan(const char* iso, const char* comparator = nullptr, std::optional<int> newT2 = std::nullopt,
                    std::optional<int> enhancing = std::nullopt, ContrastGiven contrast = ContrastGiven::Yes) {
  MriExam made;
  made.id = std::string("m-") + iso;
  made.date = day(iso);
  made.regions = {"brain"};
  made.contrast = contrast;
  made.comparatorId = comparator == nullptr ? std::string() : std::string("m-") + comparator;
  made.newT2 = newT2;
  made.enhancing = enhancing;
  return made;
}

inline Measurement measurement(const char* code, const char* iso, double value, const char* unit,
                               const char* method = "") {
  return {.id = std::string(code) + "-" + iso,
          .code = code,
          .date = date(iso),
          .value = value,
          .unit = unit,
          .method = method,
          .batch = {}};
}

inline Administration dose(const char* name, const char* iso, std::string treatmentId = {}) {
  return {.id = std::string("d-") + iso,
          .treatmentId = std::move(treatmentId),
          .atc = {},
          .name = name,
          .date = day(iso),
          .doseMg = {}};
}

} // namespace facet::clinical::test
