#include "head_atlas.h"

#include "facet_resources.h"

#include <facet/imaging/image_io.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace facet::synthetic {
namespace {

constexpr int kSites = 9;

Error damaged() {
  return {.code = ErrorCode::Internal,
          .subject = "head.json",
          .reason = FACET_TEXT("synthetic", "is damaged in this build of Facet")};
}

std::optional<LesionSite> siteFrom(std::string_view code) {
  for (int i = 0; i < kSites; ++i) {
    if (codeOf(static_cast<LesionSite>(i)) == code) {
      return static_cast<LesionSite>(i);
    }
  }
  return std::nullopt;
}

bool readTable(HeadAtlas& atlas) {
  const nlohmann::json json = nlohmann::json::parse(resources::head_json, nullptr, false);
  if (!json.is_object() || !json.contains("codes") || !json.contains("sites")) {
    return false;
  }
  for (const auto& row : json["codes"]) {
    atlas.table.push_back({static_cast<Tissue>(row.at(0).get<int>()), row.at(1).get<float>()});
  }
  for (const auto& [code, rows] : json["sites"].items()) {
    const auto site = siteFrom(code);
    if (!site) {
      return false;
    }
    for (const auto& row : rows) {
      const auto at = [&](std::size_t i) { return row.at(i).get<float>(); };
      atlas.sites.push_back({*site, {at(0), at(1), at(2)}, {at(3), at(4), at(5)}});
    }
  }
  return !atlas.table.empty();
}

HeadAtlas everySecond(const HeadAtlas& fine) {
  HeadAtlas coarse = fine;
  coarse.spacingMm = 2 * fine.spacingMm;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    coarse.size[axis] = fine.size[axis] / 2;
  }
  coarse.codes.clear();
  for (int k = 0; k < coarse.size[2]; ++k) {
    for (int j = 0; j < coarse.size[1]; ++j) {
      for (int i = 0; i < coarse.size[0]; ++i) {
        coarse.codes.push_back(fine.codes[fine.index(2 * i, 2 * j, 2 * k)]);
      }
    }
  }
  return coarse;
}

} // namespace

Result<HeadAtlas> loadHeadAtlas(PhantomDetail detail, Progress& progress) {
  HeadAtlas atlas;
  try {
    if (!readTable(atlas)) {
      return damaged();
    }
  } catch (const nlohmann::json::exception&) {
    return damaged();
  }
  const auto image = imaging::readImage(resources::head_nii_gz, "head.nii.gz", progress);
  if (!image) {
    return image.error();
  }
  const imaging::Volume& volume = image->volume;
  const Affine3& lps = volume.grid().lpsFromIjk;
  if (volume.type() != imaging::VoxelType::UInt8) {
    return damaged();
  }
  atlas.size = {static_cast<int>(volume.size().i), static_cast<int>(volume.size().j),
                static_cast<int>(volume.size().k)};
  atlas.spacingMm = static_cast<float>(volume.grid().spacingMm().x);
  atlas.origin = {static_cast<float>(lps.offset.x), static_cast<float>(lps.offset.y), static_cast<float>(lps.offset.z)};
  for (std::size_t axis = 0; axis < 3; ++axis) {
    atlas.direction[axis] = lps.matrix[axis][axis] > 0 ? 1.0F : -1.0F;
  }
  const auto codes = volume.stored<std::uint8_t>();
  if (std::any_of(codes.begin(), codes.end(), [&](std::uint8_t code) { return code >= atlas.table.size(); })) {
    return damaged();
  }
  atlas.codes.assign(codes.begin(), codes.end());
  if (detail == PhantomDetail::Coarse) {
    return everySecond(atlas);
  }
  return atlas;
}

} // namespace facet::synthetic
