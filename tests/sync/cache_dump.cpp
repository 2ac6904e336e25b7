#include "cache_dump.h"

#include "cache_state.h"

#include <facet/storage/blob_store.h>

#include <QtTest>

#include <algorithm>
#include <filesystem>

using namespace facet;
using namespace facet::storage;

namespace {

constexpr const char* kRecord =
    "(SELECT t.text || '/' || r.id FROM resource r JOIN term t ON t.key = r.type WHERE r.key = ";

/// What a column that holds a key stands for.
std::string expressionOf(const std::string& table, const std::string& column) {
  const std::string value = "x." + column;
  const auto is = [&](std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(), [&](const char* name) { return column == name; });
  };
  if (is({"resource", "relapse", "exam", "cohort", "person"}) && table != "image" && table != "imaging_session") {
    return std::string(kRecord) + value + ")";
  }
  if (column == "subject" && table != "quarantine") {
    return "(SELECT pseudonym FROM subject WHERE key = " + value + ")";
  }
  if (is({"file", "brought_by"})) {
    return "(SELECT path FROM release_file WHERE key = " + value + ")";
  }
  const bool term = (table == "measurement" && is({"code", "unit", "method", "batch"})) ||
                    (table == "finding" && is({"code", "value"})) || (table == "resource" && column == "type") ||
                    column == "region";
  return term ? "(SELECT text FROM term WHERE key = " + value + ")" : value;
}

std::string cellOf(const Statement& row, int column) {
  if (row.isNull(column)) {
    return "-";
  }
  const Bytes bytes = row.blob(column);
  return QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<int>(bytes.size()))
      .toPercentEncoding(" {}[]\":,/;'()<>|=+")
      .toStdString();
}

void dumpTable(Database& database, const std::string& table, std::vector<std::string>& lines) {
  static const std::vector<std::string> leftOut = {"key",  "run",   "modified_ns", "dictionary",
                                                   "json", "added", "location"};
  auto columns = database.prepare("SELECT name FROM pragma_table_info('" + table + "')");
  std::string list;
  while (columns && columns->step().valueOr(false)) {
    const std::string column(columns->text(0));
    if (std::find(leftOut.begin(), leftOut.end(), column) == leftOut.end()) {
      list += (list.empty() ? "" : ", ") + expressionOf(table, column);
    }
  }
  auto rows = database.prepare("SELECT " + list + " FROM " + table + " x");
  if (!rows) {
    qFatal("%s", describe(rows.error()).c_str());
  }
  while (rows->step().valueOr(false)) {
    std::string line = table;
    for (int column = 0; column < rows->columns(); ++column) {
      line += "|" + cellOf(*rows, column);
    }
    lines.push_back(line);
  }
}

} // namespace

std::vector<std::string> dumpOf(const Cache& cache) {
  const CacheState& state = *cache.state();
  auto database = openForReading(state.files, state.document, state.key);
  if (!database) {
    qFatal("%s", describe(database.error()).c_str());
  }
  std::vector<std::string> lines;
  for (const char* table :
       {"source",    "sync_cursor",     "release_file",  "quarantine",    "subject",        "resource",
        "person",    "onset",           "phase",         "visit",         "relapse",        "relapse_system",
        "treatment", "administration",  "adverse_event", "measurement",   "finding",        "pregnancy",
        "mri_exam",  "mri_exam_region", "cohort",        "cohort_member", "person_summary", "imaging_session",
        "image",     "image_transform"}) {
    dumpTable(*database, table, lines);
  }
  const BlobStore blobs(cache);
  NullProgress progress;
  std::size_t named = 0;
  auto images =
      database->prepare("SELECT original AS d FROM image WHERE original IS NOT NULL UNION SELECT voxels FROM image");
  while (images && images->step().valueOr(false)) {
    Digest digest;
    const Bytes bytes = images->blob(0);
    std::memcpy(digest.bytes.data(), bytes.data(), digest.bytes.size());
    ++named;
    const auto read = blobs.read(digest, progress);
    lines.push_back("blob|" + digest.toHex() + "|" + (read ? std::to_string(read->size()) : describe(read.error())));
  }
  std::size_t files = 0;
  std::error_code none;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(state.files.blobs(), none)) {
    files += entry.is_regular_file() ? 1 : 0;
  }
  lines.push_back("blob files beyond those that are named|" + std::to_string(files - named));
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::string difference(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (left == a.end() && right == b.end()) {
    return {};
  }
  return (left == a.end() ? "(end)" : *left) + "\n   against\n" + (right == b.end() ? "(end)" : *right);
}
