#pragma once

#include <facet/core/geometry.h>
#include <facet/imaging/volume.h>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <string>
#include <vector>

namespace facet::imaging::testing {

/// A turn about z, then y, then x. Units: radians.
[[nodiscard]] Affine3 turn(double x, double y, double z);

/// A grid and what is special about it.
struct GridCase {
  std::string name;
  Grid grid;
};

/// The 48 ways of laying three axes along the patient's, with different sizes and spacings.
[[nodiscard]] std::vector<GridCase> axisOrders();
/// 20 turned grids, every second one left-handed.
[[nodiscard]] std::vector<GridCase> obliques();

/// A volume whose voxels all differ from their neighbours, negative and extreme values included where the type has
/// them.
[[nodiscard]] Volume patterned(const Grid& grid, VoxelType type);

/// What a program printed. `failure` is empty when it ran and exited with 0.
struct ProgramOutput {
  QByteArray out;
  QByteArray error;
  QString failure;
};

[[nodiscard]] ProgramOutput runProgram(const QString& program, const QStringList& arguments);
/// A script of tests/imaging with Debian's Python, which has nibabel.
[[nodiscard]] ProgramOutput runScript(const QString& script, const QStringList& arguments);
/// Why scripts cannot run here, or an empty text.
[[nodiscard]] QString whyNoNibabel();

/// The folder of real data, or an empty path where it is absent.
[[nodiscard]] std::filesystem::path sharedData();

} // namespace facet::imaging::testing
