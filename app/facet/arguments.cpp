#include "arguments.h"

#include <CLI/CLI.hpp>

#include <map>

namespace facet::app {

namespace {

using workspace::PageId;

const std::map<std::string, PageId> kPages = {{"patients", PageId::Patients}, {"overview", PageId::Overview},
                                              {"mri", PageId::Mri},           {"timeline", PageId::Timeline},
                                              {"response", PageId::Response}, {"report", PageId::Report},
                                              {"sync", PageId::Sync}};

constexpr int kLeastWidth = 640;
constexpr int kMostWidth = 8192;
constexpr int kUsage = 2;

/// The size in "1600x1000"; null for other texts.
QSize sizeOf(const std::string& text) {
  const QStringList parts = QString::fromStdString(text).split(QLatin1Char('x'));
  if (parts.size() != 2) {
    return {};
  }
  bool okWidth = false;
  bool okHeight = false;
  const QSize size(parts[0].toInt(&okWidth), parts[1].toInt(&okHeight));
  const bool inRange = size.width() >= kLeastWidth && size.width() <= kMostWidth && size.height() >= kLeastWidth / 2 &&
                       size.height() <= kMostWidth;
  return okWidth && okHeight && inRange ? size : QSize();
}

} // namespace

std::variant<Arguments, ExitCode> parseArguments(int argc, char** argv) {
  CLI::App app("Facet: multiple sclerosis workstation for clinical research", "facet");
  app.set_version_flag("--version", FACET_VERSION);
  std::string cache;
  std::string keyFile;
  std::string patient;
  std::string page;
  std::string theme;
  std::string language;
  std::string grab;
  std::string size;
  Arguments wanted;
  app.add_option("--cache", cache, "Folder of the cache")->type_name("DIR");
  app.add_option("--key-file", keyFile, "File with the cache's key: 64 hexadecimal digits, mode 0600")
      ->type_name("FILE");
  app.add_flag("--demo", wanted.demo, "Make the demo cache where there is none, and open it");
  app.add_option("--patient", patient, "Open this patient; without it the first with MRI, where the page needs one")
      ->type_name("ID");
  app.add_option("--page", page, "Show this page: patients, overview, mri, timeline, response, report or sync")
      ->type_name("PAGE")
      ->check(CLI::IsMember(kPages));
  app.add_option("--theme", theme, "dark or light")->type_name("NAME")->check(CLI::IsMember({"dark", "light"}));
  app.add_option("--language", language, "en or de; qps marks and lengthens every text")
      ->type_name("LL")
      ->check(CLI::IsMember({"en", "de", "qps"}));
  app.add_option("--grab", grab, "Draw the window into this PNG once everything has loaded, and exit")
      ->type_name("PNG");
  app.add_option("--size", size, "Size of the picture in logical pixels (QT_SCALE_FACTOR is honoured)")
      ->type_name("WxH")
      ->needs("--grab")
      ->check([](const std::string& text) {
        return sizeOf(text).isValid() ? std::string() : "must be a size such as 1600x1000";
      });
  app.footer("Example: facet --demo --page mri --theme dark --grab mri.png --size 1600x1000");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return ExitCode{app.exit(error) == 0 ? 0 : kUsage};
  }
  wanted.cacheFolder = QString::fromStdString(cache);
  wanted.keyFile = QString::fromStdString(keyFile);
  wanted.patient = QString::fromStdString(patient);
  wanted.theme = QString::fromStdString(theme);
  wanted.language = QString::fromStdString(language);
  wanted.grabFile = QString::fromStdString(grab);
  if (!page.empty()) {
    wanted.page = kPages.at(page);
  }
  if (!size.empty()) {
    wanted.grabSize = sizeOf(size);
  }
  return wanted;
}

} // namespace facet::app
