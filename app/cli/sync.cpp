#include "sync.h"

#include "cache_option.h"
#include "outcome.h"

#include <facet/core/files.h>
#include <facet/sync/sync_release.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>
#include <string>

namespace facet::cli {
namespace {

using nlohmann::json;

struct Arguments {
  std::string source;
  std::string trustedKey;
  bool verify = false;
};

/// "FILE: RECORD", with line and element as place.
Notice noticeOf(const storage::QuarantineEntry& entry) {
  Notice notice{entry.file, entry.error.reason, entry.error.place};
  if (!entry.error.subject.empty()) {
    notice.subject += ": " + entry.error.subject;
  }
  if (entry.line > 0) {
    const Message line = atLine(static_cast<std::size_t>(entry.line));
    notice.place = entry.error.place.empty()
                       ? line
                       : FACET_TEXT("app", "%1, %2").with(line.english(), entry.error.place.english());
  }
  return notice;
}

std::vector<Notice> refusedOf(const sync::SyncReport& report) {
  std::vector<Notice> refused;
  for (const storage::QuarantineEntry& entry : report.refused) {
    refused.push_back(noticeOf(entry));
  }
  return refused;
}

void printJson(const storage::Cache& cache, const sync::SyncReport& report) {
  json refused = json::array();
  for (const storage::QuarantineEntry& entry : report.refused) {
    json line = {{"file", entry.file}, {"reason", entry.error.reason.english()}};
    line["line"] = entry.line > 0 ? json(entry.line) : json();
    line["resource"] = entry.error.subject.empty() ? json() : json(entry.error.subject);
    line["place"] = entry.error.place.empty() ? json() : json(entry.error.place.english());
    refused.push_back(std::move(line));
  }
  json warnings = json::array();
  for (const Notice& notice : report.notices) {
    warnings.push_back(describe(notice));
  }
  const json document = {{"cache", displayName(cache.folder())},
                         {"name", report.name},
                         {"version", report.version},
                         {"added", report.counts.added},
                         {"changed", report.counts.changed},
                         {"unchanged", report.counts.unchanged},
                         {"deleted", report.counts.deleted},
                         {"images", report.counts.images},
                         {"refused", refused},
                         {"warnings", warnings}};
  std::printf("%s\n", document.dump(2, ' ', false, json::error_handler_t::replace).c_str());
}

void printText(const storage::Cache& cache, const sync::SyncReport& report) {
  const storage::SyncCounts& counts = report.counts;
  const bool nothing = counts.added + counts.changed + counts.deleted + counts.images == 0;
  std::printf("%s %s -> %s\n", report.name.c_str(), report.version.c_str(), displayName(cache.folder()).c_str());
  if (nothing) {
    std::printf("nothing has changed\n");
    return;
  }
  std::printf("%lld records added, %lld changed, %lld unchanged, %lld deleted; %lld images read\n",
              static_cast<long long>(counts.added), static_cast<long long>(counts.changed),
              static_cast<long long>(counts.unchanged), static_cast<long long>(counts.deleted),
              static_cast<long long>(counts.images));
}

Exit run(const Arguments& arguments, const Context& context) {
  if (arguments.source.find("://") != std::string::npos) {
    return fail({ErrorCode::Unsupported, arguments.source,
                 FACET_TEXT("app", "is an address; fetch the release into a folder and sync that")});
  }
  sync::SyncOptions options;
  options.verification = arguments.verify ? sync::Verification::Always : sync::Verification::WhenChanged;
  if (!arguments.trustedKey.empty()) {
    const auto key = sync::readPublicKey(arguments.trustedKey);
    if (!key) {
      return fail(key.error());
    }
    options.trust.given = *key;
  }
  const auto release = sync::Release::open(arguments.source, *context.progress);
  if (!release) {
    return fail(release.error());
  }
  const SystemClock clock;
  const auto kind = release->manifest().demo ? storage::CacheKind::Demo : storage::CacheKind::Protected;
  const auto cache = openCacheToWrite(context, kind, clock);
  if (!cache) {
    return fail(cache.error());
  }
  const auto report = sync::syncRelease(*cache, *release, options, *context.progress);
  if (!report) {
    return fail(report.error());
  }
  if (context.json) {
    printJson(*cache, *report);
  } else {
    printText(*cache, *report);
  }
  reportWarnings(report->notices);
  return reportRefused(refusedOf(*report));
}

} // namespace

void addSync(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("sync", "Bring a release of a consortium into the cache");
  command->add_option("SOURCE", arguments->source, "Folder of the release")->required();
  command
      ->add_option("--trust", arguments->trustedKey,
                   "File with the publisher's public key: 64 hexadecimal digits; later releases need it no more")
      ->type_name("KEY.pub");
  command->add_flag("--verify", arguments->verify, "Read and check every file again, changed or not");
  command->footer("Example: facetctl sync consortium-2026-03 --trust consortium.pub");
  command->callback(
      [arguments, &chosen] { chosen = [arguments](const Context& context) { return run(*arguments, context); }; });
}

} // namespace facet::cli
