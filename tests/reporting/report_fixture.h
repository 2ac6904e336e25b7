#pragma once

#include "../support/patients.h"

#include <facet/core/progress.h>
#include <facet/imaging/volume.h>
#include <facet/reporting/make_report.h>
#include <facet/workspace/session.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

/// A patient with drawn heads: ellipsoids with a bright mark on the patient's left and lesions as small balls.
namespace facet::reporting::test {

struct Ball {
  std::int64_t label = 0;
  LpsPoint centre;
  double radiusMm = 0;
};

constexpr LpsPoint kLeftMark{48, 0, 8}; ///< LPS +x is the patient's left

inline imaging::Grid headGrid(Vec3 edges = {3, 3, 3}) {
  imaging::Grid grid;
  grid.size = {static_cast<std::int64_t>(198 / edges.x), static_cast<std::int64_t>(240 / edges.y),
               static_cast<std::int64_t>(180 / edges.z)};
  grid.lpsFromIjk.matrix = {{{edges.x, 0, 0}, {0, edges.y, 0}, {0, 0, edges.z}}};
  grid.lpsFromIjk.offset = {-99 + edges.x / 2, -120 + edges.y / 2, -90 + edges.z / 2};
  return grid;
}

inline double distanceTo(const Ball& ball, LpsPoint at) {
  return distanceMm(ball.centre, at);
}

inline LpsPoint placeOf(const imaging::Grid& grid, std::int64_t i, std::int64_t j, std::int64_t k) {
  return asLps(grid.lpsFromIjk({static_cast<double>(i), static_cast<double>(j), static_cast<double>(k)}));
}

template <class T, class F>
imaging::Volume fill(const imaging::Grid& grid, F value) {
  std::vector<T> voxels;
  voxels.reserve(grid.size.voxels());
  for (std::int64_t k = 0; k < grid.size.k; ++k) {
    for (std::int64_t j = 0; j < grid.size.j; ++j) {
      for (std::int64_t i = 0; i < grid.size.i; ++i) {
        voxels.push_back(static_cast<T>(value(placeOf(grid, i, j, k))));
      }
    }
  }
  return *imaging::makeVolume(grid, std::move(voxels));
}

inline imaging::Volume headOf(const imaging::Grid& grid, const std::vector<Ball>& lesions) {
  return fill<std::int16_t>(grid, [&](LpsPoint at) {
    const double r = std::hypot(at.l / 72, at.p / 92, at.s / 76);
    if (r > 1) {
      return 0;
    }
    for (const Ball& ball : lesions) {
      if (distanceTo(ball, at) <= ball.radiusMm) {
        return 820;
      }
    }
    if (distanceMm(at, kLeftMark) < 9) {
      return 1000;
    }
    return r > 0.93 ? 700 : std::abs(at.l) < 9 && std::abs(at.p) < 30 && std::abs(at.s) < 24 ? 90 : 400;
  });
}

inline imaging::Volume labelsOf(const imaging::Grid& grid, const std::vector<Ball>& lesions) {
  return fill<std::uint16_t>(grid, [&](LpsPoint at) {
    for (const Ball& ball : lesions) {
      if (distanceTo(ball, at) <= ball.radiusMm) {
        return ball.label;
      }
    }
    return std::int64_t{0};
  });
}

/// Twelve lesions at both scans; 20 is new, 21 is gone, 3 grew.
inline std::vector<Ball> lesionsBefore() {
  std::vector<Ball> balls;
  for (int i = 0; i < 12; ++i) {
    const double angle = i * 0.55;
    balls.push_back({i + 1, {30 * std::cos(angle), 40 * std::sin(angle), -20.0 + 5 * i}, 4.0 + 0.3 * (i % 4)});
  }
  balls.push_back({21, {-40, 20, 30}, 5});
  return balls;
}
inline std::vector<Ball> lesionsAfter() {
  std::vector<Ball> balls = lesionsBefore();
  balls.pop_back();
  balls[2].radiusMm = 9;
  balls.push_back({20, {-36, -30, 14}, 7});
  return balls;
}

/// A patient whose images are in memory.
struct ImagedPatient {
  workspace::Patient patient;
  std::map<std::string, imaging::Volume> volumes; ///< by session and name

  void addScan(const std::string& session, const char* iso) {
    patient.images.sessions.push_back({patient.record.person.id, session, clinical::test::date(iso)});
  }
  void add(const std::string& session, const std::string& name, storage::ImageRole role, const imaging::Volume& volume,
           const std::string& sequence = "FLAIR") {
    storage::StoredImage image;
    image.person = patient.record.person.id;
    image.session = session;
    image.name = name;
    image.role = role;
    image.sequence = sequence;
    image.madeBy = role == storage::ImageRole::Image ? "" : "reader";
    image.voxelType = volume.type();
    image.grid = volume.grid();
    image.voxels.bytes[0] = static_cast<std::uint8_t>(volumes.size() + 1);
    patient.images.images.push_back(image);
    volumes.emplace(session + "/" + name, volume);
  }
  [[nodiscard]] workspace::VolumeReader reader() const {
    return [volumes = volumes](const storage::StoredImage& image, Progress&) -> Result<imaging::Volume> {
      const auto found = volumes.find(image.session + "/" + image.name);
      if (found == volumes.end()) {
        return Error{ErrorCode::Corrupt, image.name, FACET_TEXT("test", "The blob is damaged")};
      }
      return found->second;
    };
  }
};

inline workspace::Patient patientOf(clinical::PatientRecord record) {
  workspace::Patient patient;
  patient.record = std::move(record);
  patient.dataDay = clinical::test::day("2026-11-14");
  return patient;
}

/// Two scans with a reader's numbered lesions.
inline ImagedPatient imagedOn(const imaging::Grid& grid) {
  ImagedPatient made;
  made.patient = patientOf(clinical::test::switcher());
  made.addScan("20251028", "2025-10-28");
  made.addScan("20261103", "2026-11-03");
  made.add("20251028", "a_FLAIR", storage::ImageRole::Image, headOf(grid, lesionsBefore()));
  made.add("20251028", "a_desc-lesions_dseg", storage::ImageRole::LesionMask, labelsOf(grid, lesionsBefore()));
  made.add("20261103", "b_FLAIR", storage::ImageRole::Image, headOf(grid, lesionsAfter()));
  made.add("20261103", "b_desc-lesions_dseg", storage::ImageRole::LesionMask, labelsOf(grid, lesionsAfter()));
  return made;
}

inline ImagedPatient imaged() {
  static const ImagedPatient made = imagedOn(headGrid());
  return made;
}

inline ReportSource demoSource() {
  return {workspace::CacheKind::Demo, clinical::ReleaseDates::Exact};
}

inline workspace::Texts textsIn(const char* language) {
  return *workspace::Texts::inLanguage(QLatin1String(language));
}

} // namespace facet::reporting::test
