#include "image_rows.h"

#include "message_json.h"

#include <facet/core/files.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <set>

namespace facet::storage {
namespace {

constexpr std::size_t kMapBytes = 96;
using MapBytes = std::array<std::byte, kMapBytes>;

/// Rows of the matrix, then the offset: twelve doubles, lowest byte first.
MapBytes bytesOfMap(const Affine3& map) {
  static_assert(std::endian::native == std::endian::little);
  std::array<double, 12> numbers{};
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) {
      numbers[3 * row + column] = map.matrix[row][column];
    }
    numbers[9 + row] = map.offset[row];
  }
  return std::bit_cast<MapBytes>(numbers);
}

std::optional<Affine3> mapOf(Bytes bytes) {
  if (bytes.size() != kMapBytes) {
    return std::nullopt;
  }
  std::array<double, 12> numbers{};
  std::memcpy(numbers.data(), bytes.data(), kMapBytes);
  Affine3 map;
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) {
      map.matrix[row][column] = numbers[3 * row + column];
    }
    map.offset[row] = numbers[9 + row];
  }
  return map;
}

Bytes bytesOfDigest(const Digest& digest) {
  return std::as_bytes(std::span(digest.bytes));
}

std::optional<Digest> digestOf(Bytes bytes) {
  Digest digest;
  if (bytes.size() != digest.bytes.size()) {
    return std::nullopt;
  }
  std::memcpy(digest.bytes.data(), bytes.data(), bytes.size());
  return digest;
}

template <class E>
std::optional<E> enumOf(std::int64_t value, E last) {
  return value >= 0 && value <= static_cast<std::int64_t>(last) ? std::optional(static_cast<E>(value)) : std::nullopt;
}

Result<void> prepareAs(Statement& statement, Database& database, const std::string& sql) {
  auto prepared = database.prepare(sql);
  if (!prepared) {
    return prepared.error();
  }
  statement = std::move(*prepared);
  return {};
}

/// Prepares several statements and tells the first failure.
Result<void> prepareAll(Database& database, std::initializer_list<std::pair<Statement*, std::string>> statements) {
  for (const auto& [statement, sql] : statements) {
    if (auto prepared = prepareAs(*statement, database, sql); !prepared) {
      return prepared;
    }
  }
  return {};
}

constexpr const char* kImageColumns =
    "session, name, role, sequence, format, made_by, voxel_type, size_i, size_j, size_k, "
    "lps_from_ijk, original, voxels, notices";

std::optional<StoredImage> imageOf(const Statement& row, const std::string& person, ImageOrigin origin) {
  StoredImage image;
  image.person = person;
  image.session = row.text(0);
  image.name = row.text(1);
  const auto role = enumOf(row.integer(2), ImageRole::OtherLabels);
  image.sequence = row.text(3);
  const auto format = enumOf(row.integer(4), imaging::ImageFormat::Dicom);
  image.madeBy = row.text(5);
  const auto type = enumOf(row.integer(6), imaging::VoxelType::Float64);
  image.grid.size = {row.integer(7), row.integer(8), row.integer(9)};
  const auto map = mapOf(row.blob(10));
  const auto voxels = digestOf(row.blob(12));
  if (!role || !format || !type || !map || !voxels || (!row.isNull(11) && !digestOf(row.blob(11)))) {
    return std::nullopt;
  }
  image.role = *role;
  image.format = *format;
  image.voxelType = *type;
  image.grid.lpsFromIjk = *map;
  image.original = row.isNull(11) ? std::nullopt : digestOf(row.blob(11));
  image.voxels = *voxels;
  image.notices = noticesFromJson(row.text(13));
  image.origin = origin;
  return image;
}

std::optional<StoredTransform> transformOf(const Statement& row, const Digest& fixed) {
  const auto moving = digestOf(row.blob(0));
  const auto model = enumOf(row.integer(1), TransformModel::Affine);
  const auto map = mapOf(row.blob(2));
  if (!moving || !model || !map) {
    return std::nullopt;
  }
  return StoredTransform{fixed,
                         *moving,
                         *model,
                         *map,
                         std::string(row.text(3)),
                         row.isNull(4) ? std::nullopt : std::optional(row.real(4))};
}

} // namespace

Result<ImageRows> ImageRows::prepare(Database& database) {
  ImageRows rows;
  const auto prepared = prepareAll(
      database,
      {{&rows.m_putSession, "INSERT INTO imaging_session(person, label, day, precision) VALUES(?1, ?2, ?3, ?4) "
                            "ON CONFLICT(person, label) DO UPDATE SET day = excluded.day, precision = "
                            "excluded.precision WHERE day IS NULL AND excluded.day IS NOT NULL"},
       {&rows.m_putImage,
        "INSERT INTO image(person, session, name, role, sequence, format, made_by, voxel_type, size_i, size_j, size_k, "
        "lps_from_ijk, original, voxels, notices, brought_by) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) "
        "ON CONFLICT(person, session, name) DO UPDATE SET role = excluded.role, sequence = excluded.sequence, "
        "format = excluded.format, made_by = excluded.made_by, voxel_type = excluded.voxel_type, "
        "size_i = excluded.size_i, size_j = excluded.size_j, size_k = excluded.size_k, "
        "lps_from_ijk = excluded.lps_from_ijk, original = excluded.original, voxels = excluded.voxels, "
        "notices = excluded.notices, brought_by = excluded.brought_by"},
       {&rows.m_findImage,
        "SELECT " + std::string(kImageColumns) + " FROM image WHERE person = ?1 AND session = ?2 AND name = ?3"},
       {&rows.m_putTransform,
        "INSERT INTO image_transform(fixed, moving, model, moving_from_fixed, method, metric, brought_by) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(fixed, moving) DO UPDATE SET model = excluded.model, "
        "moving_from_fixed = excluded.moving_from_fixed, method = excluded.method, metric = excluded.metric, "
        "brought_by = excluded.brought_by"},
       {&rows.m_findTransform, "SELECT moving, model, moving_from_fixed, method, metric FROM image_transform WHERE "
                               "fixed = ?1 AND moving = ?2"},
       // Before its images, because afterwards nothing tells which sessions they were in.
       {&rows.m_removeSessions, "DELETE FROM imaging_session WHERE (person, label) IN (SELECT person, session FROM "
                                "image WHERE brought_by = ?1) AND NOT EXISTS (SELECT 1 FROM image WHERE person = "
                                "imaging_session.person AND session = imaging_session.label AND brought_by != ?1)"},
       {&rows.m_removeImages, "DELETE FROM image WHERE brought_by = ?1"},
       {&rows.m_removeTransforms, "DELETE FROM image_transform WHERE brought_by = ?1"}});
  if (!prepared) {
    return prepared.error();
  }
  return rows;
}

Result<void> ImageRows::putSession(const StoredSession& session) {
  m_putSession.bind(1, std::string_view(session.person));
  m_putSession.bind(2, std::string_view(session.label));
  if (session.date) {
    m_putSession.bind(3, static_cast<std::int64_t>(session.date->earliest().time_since_epoch().count()));
    m_putSession.bind(4, session.date->precision());
  } else {
    m_putSession.bindNull(3);
    m_putSession.bindNull(4);
  }
  return m_putSession.run();
}

Result<void> ImageRows::putImage(const StoredImage& image, std::int64_t broughtBy) {
  const MapBytes map = bytesOfMap(image.grid.lpsFromIjk);
  const std::string notices = noticesToJson(image.notices);
  Statement& put = m_putImage;
  put.bind(1, std::string_view(image.person));
  put.bind(2, std::string_view(image.session));
  put.bind(3, std::string_view(image.name));
  put.bind(4, image.role);
  put.bind(5, std::string_view(image.sequence));
  put.bind(6, image.format);
  put.bindUnlessEmpty(7, image.madeBy);
  put.bind(8, image.voxelType);
  put.bind(9, image.grid.size.i);
  put.bind(10, image.grid.size.j);
  put.bind(11, image.grid.size.k);
  put.bind(12, Bytes(map));
  if (image.original) {
    put.bind(13, bytesOfDigest(*image.original));
  } else {
    put.bindNull(13);
  }
  put.bind(14, bytesOfDigest(image.voxels));
  put.bind(15, std::string_view(notices));
  put.bind(16, broughtBy);
  return put.run();
}

Result<std::optional<StoredImage>> ImageRows::findImage(const StoredImage& image) {
  m_findImage.reset();
  m_findImage.bind(1, std::string_view(image.person));
  m_findImage.bind(2, std::string_view(image.session));
  m_findImage.bind(3, std::string_view(image.name));
  const auto row = m_findImage.step();
  if (!row) {
    return row.error();
  }
  auto found = *row ? imageOf(m_findImage, image.person, image.origin) : std::nullopt;
  m_findImage.reset();
  if (*row && !found) {
    return Error{ErrorCode::Corrupt, image.name, FACET_TEXT("storage", "is damaged")};
  }
  return found;
}

Result<void> ImageRows::putTransform(const StoredTransform& transform, std::int64_t broughtBy) {
  const MapBytes map = bytesOfMap(transform.movingFromFixed);
  m_putTransform.bind(1, bytesOfDigest(transform.fixed));
  m_putTransform.bind(2, bytesOfDigest(transform.moving));
  m_putTransform.bind(3, transform.model);
  m_putTransform.bind(4, Bytes(map));
  m_putTransform.bind(5, std::string_view(transform.method));
  m_putTransform.bind(6, transform.metric);
  m_putTransform.bind(7, broughtBy);
  return m_putTransform.run();
}

Result<std::optional<StoredTransform>> ImageRows::findTransform(const StoredTransform& transform) {
  m_findTransform.reset();
  m_findTransform.bind(1, bytesOfDigest(transform.fixed));
  m_findTransform.bind(2, bytesOfDigest(transform.moving));
  const auto row = m_findTransform.step();
  if (!row) {
    return row.error();
  }
  auto found = *row ? transformOf(m_findTransform, transform.fixed) : std::nullopt;
  m_findTransform.reset();
  if (*row && !found) {
    return Error{ErrorCode::Corrupt, transform.method, FACET_TEXT("storage", "is damaged")};
  }
  return found;
}

Result<void> ImageRows::removeBroughtBy(std::int64_t broughtBy) {
  for (Statement* remove : {&m_removeSessions, &m_removeImages, &m_removeTransforms}) {
    remove->bind(1, broughtBy);
    if (auto removed = remove->run(); !removed) {
      return removed;
    }
  }
  return {};
}

Result<ImageReader> ImageReader::prepare(Database& database, const std::string& schema, ImageOrigin origin) {
  ImageReader reader;
  reader.m_origin = origin;
  reader.m_subject = displayName(database.path());
  const auto prepared = prepareAll(
      database,
      {{&reader.m_sessions, "SELECT label, day, precision FROM " + schema + ".imaging_session WHERE person = ?1"},
       {&reader.m_images, "SELECT " + std::string(kImageColumns) + " FROM " + schema + ".image WHERE person = ?1"},
       {&reader.m_transforms, "SELECT moving, model, moving_from_fixed, method, metric FROM " + schema +
                                  ".image_transform WHERE fixed = ?1"}});
  if (!prepared) {
    return prepared.error();
  }
  return reader;
}

Result<void> ImageReader::readImages(const std::string& person, PersonImages& images) {
  const auto damaged = [&] { return Error{ErrorCode::Corrupt, m_subject, FACET_TEXT("storage", "is damaged")}; };
  m_sessions.reset();
  m_sessions.bind(1, std::string_view(person));
  while (true) {
    const auto row = m_sessions.step();
    if (!row) {
      return row.error();
    }
    if (!*row) {
      break;
    }
    StoredSession session{person, std::string(m_sessions.text(0)), std::nullopt};
    if (const auto precision = enumOf(m_sessions.integer(2), DatePrecision::Day); !m_sessions.isNull(1)) {
      if (!precision) {
        return damaged();
      }
      session.date = PartialDate::fromEarliest(Day(std::chrono::days(m_sessions.integer(1))), *precision);
    }
    const auto same = std::find_if(images.sessions.begin(), images.sessions.end(),
                                   [&](const StoredSession& other) { return other.label == session.label; });
    if (same == images.sessions.end()) {
      images.sessions.push_back(std::move(session));
    } else if (!same->date) {
      same->date = session.date;
    }
  }
  m_images.reset();
  m_images.bind(1, std::string_view(person));
  while (true) {
    const auto row = m_images.step();
    if (!row) {
      return row.error();
    }
    if (!*row) {
      return {};
    }
    auto image = imageOf(m_images, person, m_origin);
    if (!image) {
      return damaged();
    }
    images.images.push_back(std::move(*image));
  }
}

Result<void> ImageReader::readTransforms(PersonImages& images) {
  std::set<Digest> known;
  for (const StoredImage& image : images.images) {
    known.insert(image.voxels);
  }
  for (const Digest& fixed : known) {
    m_transforms.reset();
    m_transforms.bind(1, bytesOfDigest(fixed));
    while (true) {
      const auto row = m_transforms.step();
      if (!row) {
        return row.error();
      }
      if (!*row) {
        break;
      }
      auto transform = transformOf(m_transforms, fixed);
      if (!transform) {
        return Error{ErrorCode::Corrupt, m_subject, FACET_TEXT("storage", "is damaged")};
      }
      if (known.contains(transform->moving)) {
        images.transforms.push_back(std::move(*transform));
      }
    }
  }
  return {};
}

} // namespace facet::storage
