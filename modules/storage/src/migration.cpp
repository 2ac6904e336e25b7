#include "migration.h"

#include <facet/core/files.h>

#include <string>

namespace facet::storage {
namespace {

struct Marks {
  std::int64_t applicationId;
  std::int64_t version;
};

Result<Marks> readMarks(Database& database, const Schema& schema) {
  const auto applicationId = database.integer("PRAGMA application_id");
  if (!applicationId) {
    return applicationId.error();
  }
  const auto version = database.integer("PRAGMA user_version");
  if (!version) {
    return version.error();
  }
  const auto newest = static_cast<std::int64_t>(schema.scripts.size());
  if (*version > newest) {
    return Error{ErrorCode::Unsupported, displayName(database.path()),
                 FACET_TEXT("storage", "was written by a newer Facet (version %1 of the file; this program knows up to "
                                       "version %2): use that program, or another folder")
                     .with(*version, newest)};
  }
  if (*version > 0 ? *applicationId != schema.applicationId : *applicationId != 0) {
    return Error{ErrorCode::Corrupt, displayName(database.path()), FACET_TEXT("storage", "is no file of this kind")};
  }
  return Marks{*applicationId, *version};
}

} // namespace

Result<void> migrate(Database& database, const Schema& schema) {
  const auto marks = readMarks(database, schema);
  if (!marks) {
    return marks.error();
  }
  for (auto version = static_cast<std::size_t>(marks->version); version < schema.scripts.size(); ++version) {
    auto transaction = Transaction::begin(database);
    if (!transaction) {
      return transaction.error();
    }
    const std::string script = std::string(schema.scripts[version]) +
                               ";\nPRAGMA application_id = " + std::to_string(schema.applicationId) +
                               ";\nPRAGMA user_version = " + std::to_string(version + 1);
    if (auto run = database.execute(script.c_str()); !run) {
      return run;
    }
    if (auto committed = transaction->commit(); !committed) {
      return committed;
    }
  }
  return {};
}

Result<void> checkVersion(Database& database, const Schema& schema) {
  const auto marks = readMarks(database, schema);
  if (!marks) {
    return marks.error();
  }
  if (marks->version < static_cast<std::int64_t>(schema.scripts.size())) {
    return Error{
        ErrorCode::Unsupported, displayName(database.path()),
        FACET_TEXT("storage", "was written by an older Facet and must first be opened where it can be written")};
  }
  return {};
}

} // namespace facet::storage
