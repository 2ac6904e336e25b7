#include "database_error.h"

#include <facet/core/files.h>

#include <sqlite3.h>

#include <cerrno>

namespace facet::storage {

Error databaseError(int code, int systemCode, const char* text, const DatabaseFile& file) {
  const std::string subject = displayName(file.path);
  switch (code & 0xff) {
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    if (file.onDamage) {
      file.onDamage();
    }
    return {ErrorCode::Corrupt, subject, FACET_TEXT("storage", "is damaged")};
  case SQLITE_FULL:
    return {ErrorCode::NoSpace, subject, FACET_TEXT("storage", "no space left on the disk")};
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return {ErrorCode::Locked, subject, FACET_TEXT("storage", "is in use by another program")};
  case SQLITE_READONLY:
    return {ErrorCode::Unauthorized, subject, FACET_TEXT("storage", "can be read but not written")};
  case SQLITE_INTERRUPT:
    return cancelledError();
  case SQLITE_CONSTRAINT:
    return {ErrorCode::InvalidInput, subject,
            FACET_TEXT("storage", "a value breaks a rule of the cache: %1").with(text)};
  case SQLITE_CANTOPEN:
  case SQLITE_IOERR:
  case SQLITE_PERM:
    if (systemCode != 0) {
      return systemError(file.path, systemCode);
    }
    return {ErrorCode::Io, subject, FACET_TEXT("storage", "cannot be read or written: %1").with(text)};
  default:
    return {ErrorCode::Internal, subject, FACET_TEXT("storage", "the database says: %1").with(text)};
  }
}

Error databaseError(sqlite3* handle, const DatabaseFile& file) {
  return databaseError(sqlite3_extended_errcode(handle), sqlite3_system_errno(handle), sqlite3_errmsg(handle), file);
}

} // namespace facet::storage
