#pragma once

#include <functional>
#include <string>
#include <vector>

/// One figure of a benchmark program.
struct Figure {
  std::string name;   ///< unique over all programs
  std::string unit;   ///< of the samples and the target
  std::string target; ///< "<=N" or ">=N"
  /// Takes the samples; none where the data that the figure needs are absent.
  std::function<std::vector<double>()> measure;
};

/// Measures the figures whose name contains the program's first argument (all without one) and prints for each
/// "name TAB median TAB unit TAB target TAB ok|short"; figures without samples print no line. Returns the exit code: 0,
/// or 2 for a target that has no such form.
int runFigures(int argc, char** argv, const std::vector<Figure>& figures);

/// Calls `body` `repeats` times and returns how long each call took. Units: ms.
std::vector<double> timesMs(int repeats, const std::function<void()>& body);

/// The given fraction of the samples, between neighbours by linear interpolation; 0 without samples.
double quantile(std::vector<double> samples, double fraction);

/// The folder of the real data for measurements, or an empty text where it is absent.
std::string realDataFolder();
