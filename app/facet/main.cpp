#include "arguments.h"
#include "places.h"
#include "workbench.h"

#include <QApplication>

#include <cstdio>
#include <exception>

using namespace facet;

namespace {

bool isSet(const char* variable) {
  return !qEnvironmentVariableIsEmpty(variable);
}

/// Chooses how to draw before Qt does. Returns whether there is a way.
bool choosePlatform(const app::Arguments& arguments) {
  if (isSet("QT_QPA_PLATFORM")) {
    return true;
  }
  if (isSet("DISPLAY")) {
    // Under Wayland too: the 3D views need GLX.
    qputenv("QT_QPA_PLATFORM", "xcb");
    return true;
  }
  if (isSet("WAYLAND_DISPLAY")) {
    return true;
  }
  qputenv("QT_QPA_PLATFORM", "offscreen");
  return !arguments.grabFile.isEmpty();
}

int run(int argc, char** argv) {
  const auto parsed = app::parseArguments(argc, argv);
  if (const auto* exit = std::get_if<app::ExitCode>(&parsed)) {
    return exit->value;
  }
  const auto& arguments = std::get<app::Arguments>(parsed);
  if (!choosePlatform(arguments)) {
    std::fputs("error: facet: there is no display (set DISPLAY, or draw into a file with --grab)\n", stderr);
    return 1;
  }
  QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
  QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
  QCoreApplication::setApplicationName(QStringLiteral("facet"));
  QCoreApplication::setApplicationVersion(QStringLiteral(FACET_VERSION));
  QGuiApplication::setApplicationDisplayName(QStringLiteral("Facet"));
  QApplication application(argc, argv);
  const auto start = app::startPlaces(arguments);
  if (!start) {
    std::fprintf(stderr, "error: %s\n", describe(start.error()).c_str());
    return 1;
  }
  app::Workbench workbench(arguments, *start);
  return workbench.run();
}

} // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "error: facet: %s\n", failure.what());
    return 1;
  }
}
