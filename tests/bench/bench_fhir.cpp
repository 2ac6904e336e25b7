#include "bench.h"

#include <facet/clinical/fhir.h>

#include <chrono>

using namespace facet;
using namespace facet::clinical;

namespace {

FhirResource resourceOf(Record record) {
  FhirResource resource;
  resource.type = fhirTypeOf(record);
  resource.id = idOf(record);
  resource.personId = "SE-K7Q2-M3";
  resource.record = std::move(record);
  return resource;
}

FhirResource visit() {
  Visit visit;
  visit.id = "SE-K7Q2-M3-v17";
  visit.date = *parseIsoDay("2024-11-26");
  visit.occasion = Occasion::Scheduled;
  visit.mode = ExaminationMode::Examined;
  visit.rater = "SE02-R1";
  visit.edss = *Edss::fromTenths(25);
  visit.systems.grades = {2, 1, 0, 2, 1, 0, 1};
  visit.systems.ambulation = 0;
  return resourceOf(visit);
}

FhirResource marker() {
  return resourceOf(Measurement{.id = "SE-K7Q2-M3-m5",
                                .code = "snfl",
                                .date = *parseIsoDate("2024-11-26"),
                                .value = 14.2,
                                .unit = "pg/mL",
                                .method = "Simoa",
                                .batch = "B07"});
}

constexpr int kResources = 20000;

/// Thousands of resources a second on one thread.
std::vector<double> rates(const std::function<void()>& one) {
  std::vector<double> found;
  for (const double ms : timesMs(7, [&] {
         for (int i = 0; i < kResources; ++i) {
           one();
         }
       })) {
    found.push_back(kResources / ms);
  }
  return found;
}

std::vector<double> readRates(const FhirResource& resource) {
  const std::string line = writeFhir(resource);
  return rates([&] {
    if (!readFhir(line)) {
      std::abort();
    }
  });
}

} // namespace

int main(int argc, char** argv) {
  return runFigures(argc, argv,
                    {{"fhir read EDSS observations", "thousand/s", ">=150", [] { return readRates(visit()); }},
                     {"fhir read laboratory observations", "thousand/s", ">=150", [] { return readRates(marker()); }},
                     {"fhir write EDSS observations", "thousand/s", ">=150",
                      [] { return rates([resource = visit()] { (void)writeFhir(resource); }); }},
                     {"fhir write laboratory observations", "thousand/s", ">=150",
                      [] { return rates([resource = marker()] { (void)writeFhir(resource); }); }}});
}
