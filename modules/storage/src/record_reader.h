#pragma once

#include "database.h"

#include <facet/clinical/records.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace facet::storage {

/// Reads the projections of one person. Statements are prepared when they are first needed. Thread: that of the
/// database.
class RecordReader {
public:
  explicit RecordReader(Database& database)
      : m_database(database) {}

  /// The record, or nothing where no release has brought the person. Errors: as for statements.
  Result<std::optional<clinical::PatientRecord>> read(const std::string& pseudonym);

private:
  template <class F>
  Result<void> each(std::string_view sql, std::int64_t subject, F&& take);
  Result<void> readCourse(std::int64_t subject, clinical::PatientRecord& record);
  Result<void> readTreatments(std::int64_t subject, clinical::PatientRecord& record);
  Result<void> readValues(std::int64_t subject, clinical::PatientRecord& record);
  Result<void> readExams(std::int64_t subject, clinical::PatientRecord& record);

  Database& m_database;
  std::map<std::string_view, Statement> m_statements; ///< by their text, which is a constant
};

} // namespace facet::storage
