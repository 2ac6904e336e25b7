// The programs as a user starts them, on the demo consortium: each figure is that of a whole process.
#include "bench.h"

#include <facet/workspace/cache_access.h>

#include <QTemporaryDir>

#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace facet;

namespace {

struct Process {
  double seconds = 0;
  double residentMb = 0;
};

/// Runs a program to its end without output; ends the benchmark when it fails.
Process run(std::vector<std::string> arguments) {
  std::vector<char*> words;
  for (std::string& argument : arguments) {
    words.push_back(argument.data());
  }
  words.push_back(nullptr);
  Process process;
  process.seconds = timesMs(1,
                            [&] {
                              const pid_t child = ::fork();
                              if (child == 0) {
                                const int nowhere = ::open("/dev/null", O_WRONLY);
                                ::dup2(nowhere, STDOUT_FILENO);
                                ::execv(words[0], words.data());
                                ::_exit(127);
                              }
                              int status = 0;
                              struct rusage usage {};
                              ::wait4(child, &status, 0, &usage);
                              process.residentMb = static_cast<double>(usage.ru_maxrss) / 1024;
                              if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
                                std::fprintf(stderr, "error: %s: ended with %d\n", words[0], status);
                                std::exit(1);
                              }
                            })
                        .front() /
                    1000;
  return process;
}

/// The demo consortium in a cache, made when a figure needs it first.
class Demo {
public:
  std::string release() {
    make();
    return path("release");
  }
  std::string cache() {
    make();
    return path("cache");
  }
  [[nodiscard]] std::string path(const char* name) const {
    return m_folder.filePath(QLatin1String(name)).toStdString();
  }

private:
  void make() {
    if (!m_made) {
      m_made = true;
      run({FACETCTL, "demo", path("release")});
      run({FACETCTL, "--cache", path("cache"), "sync", path("release")});
    }
  }

  QTemporaryDir m_folder;
  bool m_made = false;
};

std::vector<double> starts(Demo& demo, int times, const char* page, double Process::*figure) {
  const std::string cache = demo.cache();
  std::vector<double> samples;
  for (int i = 0; i < times; ++i) {
    samples.push_back(
        run({FACET, "--cache", cache, "--page", page, "--grab", demo.path("window.png"), "--size", "1600x1000"}).*
        figure);
  }
  return samples;
}

/// From the click in the list until the patient has been read.
std::vector<double> opens(Demo& demo) {
  const SystemClock clock;
  const auto cache = storage::Cache::open(demo.cache(), {.openFor = storage::OpenFor::Reading}, clock);
  NullProgress progress;
  const auto rows = workspace::rowReader(*cache, clock)(progress);
  const workspace::PatientReader read = workspace::patientReader(*cache, clock);
  std::size_t next = 0;
  return timesMs(50, [&] {
    if (!read(rows->rows[next++ % rows->rows.size()].id, progress)) {
      std::exit(1);
    }
  });
}

} // namespace

int main(int argc, char** argv) {
  ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
  Demo demo;
  return runFigures(
      argc, argv,
      {{"app.cold-start", "s", "<=1.5", [&] { return starts(demo, 7, "patients", &Process::seconds); }},
       {"app.cold-start-mri", "s", "<=3.5", [&] { return starts(demo, 5, "mri", &Process::seconds); }},
       {"app.open-patient", "ms", "<=100", [&] { return opens(demo); }},
       {"app.memory-mri", "MB", "<=600", [&] { return starts(demo, 3, "mri", &Process::residentMb); }},
       {"app.report", "s", "<=3", [&] {
          const std::string cache = demo.cache();
          const SystemClock clock;
          std::string patient;
          {
            const auto opened = storage::Cache::open(cache, {.openFor = storage::OpenFor::Reading}, clock);
            NullProgress progress;
            for (const workspace::PatientRow& row : workspace::rowReader(*opened, clock)(progress)->rows) {
              if (row.hasImages) {
                patient = row.id;
              }
            }
          }
          std::vector<double> seconds;
          for (int i = 0; i < 5; ++i) {
            seconds.push_back(
                run({FACETCTL, "--cache", cache, "report", patient, "--out", demo.path("r.pdf")}).seconds);
          }
          return seconds;
        }}});
}
