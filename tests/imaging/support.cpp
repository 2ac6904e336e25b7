#include "support.h"

#include <QFileInfo>
#include <QProcess>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace facet::imaging::testing {
namespace {

template <class T>
Volume fill(const Grid& grid) {
  std::vector<T> voxels(grid.size.voxels());
  for (std::size_t at = 0; at < voxels.size(); ++at) {
    // A multiplicative walk: neighbours differ, and bytes of wider types are all in use.
    const std::uint64_t step = (at + 1) * 2654435761ULL;
    if constexpr (std::is_floating_point_v<T>) {
      voxels[at] = static_cast<T>(static_cast<double>(step % 200003) / 64.0 - 900.0);
    } else {
      voxels[at] = static_cast<T>(step >> 3U);
    }
  }
  if constexpr (std::is_floating_point_v<T>) {
    voxels.front() = T(-4096.5);
    voxels.back() = T(8191.25);
  } else {
    voxels.front() = std::numeric_limits<T>::min();
    voxels.back() = std::numeric_limits<T>::max();
  }
  return makeVolume(grid, std::move(voxels)).value();
}

} // namespace

Affine3 turn(double x, double y, double z) {
  const auto about = [](std::size_t a, std::size_t b, double angle) {
    Affine3 map;
    map.matrix[a][a] = std::cos(angle);
    map.matrix[b][b] = std::cos(angle);
    map.matrix[a][b] = -std::sin(angle);
    map.matrix[b][a] = std::sin(angle);
    return map;
  };
  return compose(about(0, 1, z), compose(about(2, 0, y), about(1, 2, x)));
}

std::vector<GridCase> axisOrders() {
  std::vector<GridCase> cases;
  std::array<std::size_t, 3> order = {0, 1, 2};
  const std::array<double, 3> spacing = {0.9, 1.25, 3};
  do {
    for (unsigned signs = 0; signs < 8; ++signs) {
      GridCase made;
      made.grid.size = {5, 4, 3};
      made.grid.lpsFromIjk.matrix = {};
      for (std::size_t axis = 0; axis < 3; ++axis) {
        const bool negative = (signs >> axis & 1U) != 0;
        made.grid.lpsFromIjk.matrix[order[axis]][axis] = negative ? -spacing[axis] : spacing[axis];
        made.name += (negative ? "RAI" : "LPS")[order[axis]];
      }
      made.grid.lpsFromIjk.offset = {-71.5, 103.25, -40};
      cases.push_back(made);
    }
  } while (std::next_permutation(order.begin(), order.end()));
  return cases;
}

std::vector<GridCase> obliques() {
  std::vector<GridCase> cases;
  for (int index = 0; index < 20; ++index) {
    const double x = 0.31 * index - 2;
    Affine3 map = turn(x, 0.17 * index, 1.3 - 0.23 * index);
    const std::array<double, 3> spacing = {0.7 + 0.05 * index, 1.1, 4.0 - 0.1 * index};
    for (std::size_t axis = 0; axis < 3; ++axis) {
      const double sign = index % 2 == 1 && axis == static_cast<std::size_t>(index / 2 % 3) ? -1 : 1;
      map.setColumn(axis, map.column(axis) * (sign * spacing[axis]));
    }
    map.offset = {12.5 * index - 100, 80 - 9.75 * index, 3.5 * index};
    cases.push_back({"oblique" + std::to_string(index), {{5, 4, 3}, map}});
  }
  return cases;
}

Volume patterned(const Grid& grid, VoxelType type) {
  switch (type) {
  case VoxelType::Int8:
    return fill<std::int8_t>(grid);
  case VoxelType::UInt8:
    return fill<std::uint8_t>(grid);
  case VoxelType::Int16:
    return fill<std::int16_t>(grid);
  case VoxelType::UInt16:
    return fill<std::uint16_t>(grid);
  case VoxelType::Int32:
    return fill<std::int32_t>(grid);
  case VoxelType::UInt32:
    return fill<std::uint32_t>(grid);
  case VoxelType::Float32:
    return fill<float>(grid);
  case VoxelType::Float64:
    break;
  }
  return fill<double>(grid);
}

ProgramOutput runProgram(const QString& program, const QStringList& arguments) {
  QProcess process;
  process.start(program, arguments);
  ProgramOutput output;
  if (!process.waitForStarted()) {
    output.failure = QStringLiteral("%1 does not start").arg(program);
    return output;
  }
  process.closeWriteChannel();
  process.waitForFinished(120000);
  output.out = process.readAllStandardOutput();
  output.error = process.readAllStandardError();
  if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
    output.failure = QStringLiteral("%1 exited with %2: %3")
                         .arg(program)
                         .arg(process.exitCode())
                         .arg(QString::fromUtf8(output.error).left(2000));
  }
  return output;
}

ProgramOutput runScript(const QString& script, const QStringList& arguments) {
  QStringList all = {QStringLiteral(FACET_SOURCE_DIR "/tests/imaging/") + script};
  return runProgram(QStringLiteral("/usr/bin/python3"), all + arguments);
}

QString whyNoNibabel() {
  const auto output =
      runProgram(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), QStringLiteral("import nibabel")});
  return output.failure.isEmpty() ? QString() : QStringLiteral("no /usr/bin/python3 with nibabel");
}

std::filesystem::path sharedData() {
  for (const char* place : {FACET_SOURCE_DIR "/../shared/data", FACET_SOURCE_DIR "/../../shared/data"}) {
    if (std::filesystem::exists(place)) {
      return std::filesystem::weakly_canonical(place);
    }
  }
  return {};
}

} // namespace facet::imaging::testing
