#include "show.h"

#include "cache_option.h"
#include "outcome.h"
#include "record_json.h"

#include <facet/workspace/cache_access.h>
#include <facet/workspace/overview.h>
#include <facet/workspace/patient_header.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>
#include <string>

namespace facet::cli {
namespace {

using workspace::Patient;
using workspace::Texts;

void printLine(const QString& left, const QString& right) {
  std::printf("%s\t%s\n", qUtf8Printable(left), qUtf8Printable(right));
}

void print(const Patient& patient, const Texts& texts) {
  const clinical::PatientRecord& record = patient.record;
  printLine(texts.say(FACET_TEXT("app", "Patient")), QString::fromStdString(record.person.id));
  for (const workspace::HeaderFact& fact : workspace::headerFacts(patient, texts)) {
    printLine(fact.label, fact.value);
  }
  if (const auto since = workspace::usualSince(patient)) {
    std::printf("\n%s\n", qUtf8Printable(workspace::plainOverview(
                              patient, *since, workspace::overviewSince(patient, *since, texts), texts)));
  }
  std::printf("\n");
  const auto count = [&](const Message& what, std::size_t number) {
    printLine(texts.say(what), texts.count(static_cast<qint64>(number)));
  };
  count(FACET_TEXT("app", "Visits"), record.visits.size());
  count(FACET_TEXT("app", "Relapses"), record.relapses.size());
  count(FACET_TEXT("app", "Treatments"), record.treatments.size());
  count(FACET_TEXT("app", "Doses"), record.administrations.size());
  count(FACET_TEXT("app", "Measurements"), record.measurements.size());
  count(FACET_TEXT("app", "Findings"), record.findings.size());
  count(FACET_TEXT("app", "MRI examinations"), record.exams.size());
  for (const storage::StoredSession& session : patient.images.sessions) {
    std::printf("\n%s\n",
                qUtf8Printable(texts.say(FACET_TEXT("app", "Images of session %1, %2")
                                             .with(session.label, session.date ? session.date->toIso() : "?"))));
    for (const storage::StoredImage& image : patient.images.images) {
      if (image.session == session.label) {
        const imaging::GridSize size = image.grid.size;
        const Vec3 mm = image.grid.spacingMm();
        std::printf("  %s\t%s\t%lld x %lld x %lld\t%.3g x %.3g x %.3g mm\n", image.name.c_str(),
                    image.sequence.empty() ? "-" : image.sequence.c_str(), static_cast<long long>(size.i),
                    static_cast<long long>(size.j), static_cast<long long>(size.k), mm.x, mm.y, mm.z);
      }
    }
  }
}

Exit run(const std::string& id, const Context& context) {
  const SystemClock clock;
  const auto cache = openCacheToRead(context, clock);
  if (!cache) {
    return fail(cache.error());
  }
  const auto patient = workspace::patientReader(*cache, clock)(id, *context.progress);
  if (!patient) {
    return fail(patient.error());
  }
  if (context.json) {
    std::printf("%s\n", recordJson(*patient).c_str());
    return Exit::Done;
  }
  const auto texts = Texts::inLanguage(QStringLiteral("en"));
  if (!texts) {
    return fail(texts.error());
  }
  print(*patient, *texts);
  return Exit::Done;
}

} // namespace

void addShow(CLI::App& app, Action& chosen) {
  const auto id = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("show", "Show what the cache knows of one person; everything with --json");
  command->add_option("PATIENT", *id, "Pseudonym")->required();
  command->footer("Example: facetctl --json show SE-K7Q2-M3");
  command->callback([id, &chosen] { chosen = [id](const Context& context) { return run(*id, context); }; });
}

} // namespace facet::cli
