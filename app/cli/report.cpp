#include "report.h"

#include "cache_option.h"
#include "outcome.h"

#include <facet/reporting/make_report.h>
#include <facet/reporting/pdf.h>
#include <facet/storage/work_writer.h>
#include <facet/workspace/cache_access.h>

#include <CLI/CLI.hpp>
#include <QApplication>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>

namespace facet::cli {
namespace {

using nlohmann::json;

struct Arguments {
  std::string patient;
  std::string out;
  std::string language = "en";
};

/// Fonts need an application; it never looks for a display.
std::unique_ptr<QApplication> offscreenApplication() {
  static int count = 1;
  static char name[] = "facetctl";
  static char* arguments[] = {name, nullptr};
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
  // Qt's remarks on the session it does not find are no news here.
  const QtMessageHandler before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
  auto application = std::make_unique<QApplication>(count, arguments);
  qInstallMessageHandler(before);
  return application;
}

struct Made {
  workspace::Patient patient;
  reporting::MriFindings mri;
  reporting::Report report;
};

Result<Made> makeFor(const Arguments& arguments, const storage::Cache& cache, const Clock& clock, Progress& progress) {
  const auto texts = workspace::Texts::inLanguage(QString::fromStdString(arguments.language));
  if (!texts) {
    return texts.error();
  }
  PartProgress reading(progress, 0, 0.1);
  auto patient = workspace::patientReader(cache, clock)(arguments.patient, reading);
  if (!patient) {
    return patient.error();
  }
  const auto state = workspace::cacheState(cache);
  if (!state) {
    return state.error();
  }
  PartProgress images(progress, 0.1, 0.8);
  auto mri = reporting::readMri(*patient, workspace::volumeReader(cache), images);
  if (!mri) {
    return mri.error();
  }
  reporting::Report report = reporting::makeReport(*patient, &*mri, {state->kind, patient->dates}, {}, *texts);
  return Made{*std::move(patient), *std::move(mri), std::move(report)};
}

/// Keeps in the cache that the report was made. Where the cache cannot be written it says so; the report is written all
/// the same.
void record(const Arguments& arguments, const storage::Cache& cache, Instant at, const storage::Digest& digest) {
  auto writer = storage::WorkWriter::open(cache);
  const Result<void> added =
      writer ? writer->addReport(arguments.patient, at, arguments.language, digest) : Result<void>(writer.error());
  if (!added) {
    reportWarnings(
        {{arguments.out,
          FACET_TEXT("app", "the cache does not record that this report was made: %1").with(describe(added.error())),
          {}}});
  }
}

void printJson(const Arguments& arguments, const Made& made, const reporting::PdfSummary& summary) {
  json warnings = json::array();
  for (const Notice& notice : made.mri.notices) {
    warnings.push_back(describe(notice));
  }
  const json document = {{"patient", arguments.patient},
                         {"output", arguments.out},
                         {"language", arguments.language},
                         {"data_date", toIso(made.patient.dataDay)},
                         {"pages", summary.pages},
                         {"bytes", summary.bytes},
                         {"key_images", made.mri.places.size()},
                         {"lesions", made.mri.lesions.size()},
                         {"warnings", warnings}};
  std::printf("%s\n", document.dump(2, ' ', false, json::error_handler_t::replace).c_str());
}

Exit run(const Arguments& arguments, const Context& context) {
  const auto application = offscreenApplication();
  const SystemClock clock;
  const auto cache = openCacheToRecord(context, clock);
  if (!cache) {
    return fail(cache.error());
  }
  PartProgress making(*context.progress, 0, 0.9);
  const auto made = makeFor(arguments, *cache, clock, making);
  if (!made) {
    return fail(made.error());
  }
  PartProgress writing(*context.progress, 0.9, 1);
  const Instant now = clock.now();
  const auto summary = reporting::writePdf(made->report, now, arguments.out, writing);
  if (!summary) {
    return fail(summary.error());
  }
  record(arguments, *cache, now, summary->digest);
  reportWarnings(made->mri.notices);
  if (context.json) {
    printJson(arguments, *made, *summary);
  }
  reportWritten(context, arguments.out);
  // A report without an image that should be in it is distrusted.
  return made->mri.notices.empty() ? Exit::Done : Exit::Partly;
}

} // namespace

void addReport(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("report", "Write one patient's report as PDF");
  command->add_option("PATIENT", arguments->patient, "Pseudonym of the patient")->required();
  command->add_option("--out", arguments->out, "The PDF to write")->required()->type_name("F.pdf");
  command->add_option("--language", arguments->language, "en or de; en without it")
      ->type_name("LL")
      ->check(CLI::IsMember({"en", "de"}));
  command->footer("Example: facetctl report SE-K7Q2-M3 --out report.pdf --language de");
  command->callback(
      [arguments, &chosen] { chosen = [arguments](const Context& context) { return run(*arguments, context); }; });
}

} // namespace facet::cli
