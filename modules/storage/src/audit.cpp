#include "audit.h"

#include <algorithm>

namespace facet::storage {
namespace {

using Hash = KeyedHash::Value;

/// An entry as it stands in its row.
struct Row {
  std::int64_t number;
  std::int64_t at;
  std::string_view event;
  std::string_view person;
  std::string_view detail;
};

std::string_view textOfHash(const Hash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

Hash hashOf(const KeyedHash& hash, const Hash& before, const Row& row) {
  return hash.of(
      {textOfHash(before), std::to_string(row.number), std::to_string(row.at), row.event, row.person, row.detail});
}

bool sameBytes(Bytes bytes, const Hash& hash) {
  return textOf(bytes) == textOfHash(hash);
}

} // namespace

KeyedHash auditHash(const SecretKey& cacheKey) {
  return {cacheKey, "audit"};
}

Result<void> appendAudit(Database& work, const KeyedHash& hash, const AuditEntry& entry) {
  auto last = work.prepare("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
  if (!last) {
    return last.error();
  }
  const auto found = last->step();
  if (!found) {
    return found.error();
  }
  Hash before{};
  std::int64_t number = 1;
  if (*found) {
    number = last->integer(0) + 1;
    const Bytes bytes = last->blob(1);
    std::copy_n(reinterpret_cast<const std::uint8_t*>(bytes.data()), std::min(bytes.size(), before.size()),
                before.begin());
  }
  const std::int64_t at = entry.at.time_since_epoch().count();
  const Hash own = hashOf(hash, before, {number, at, entry.event, entry.person, entry.detail});
  auto insert = work.prepare("INSERT INTO audit(seq, at, event, person, detail, hash) VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
  if (!insert) {
    return insert.error();
  }
  insert->bind(1, number);
  insert->bind(2, at);
  insert->bind(3, std::string_view(entry.event));
  insert->bindUnlessEmpty(4, entry.person);
  insert->bind(5, std::string_view(entry.detail));
  insert->bind(6, Bytes(std::as_bytes(std::span(own))));
  return insert->run();
}

Result<AuditCheck> verifyAudit(Database& work, const KeyedHash& hash, Progress& progress) {
  auto rows = work.prepare("SELECT seq, at, event, person, detail, hash FROM audit ORDER BY seq");
  if (!rows) {
    return rows.error();
  }
  AuditCheck check;
  Hash before{};
  while (true) {
    const auto row = rows->step();
    if (!row) {
      return row.error();
    }
    if (!*row) {
      return check;
    }
    if (progress.stopRequested()) {
      return cancelledError();
    }
    ++check.entries;
    if (check.firstBroken) {
      continue;
    }
    const Hash own =
        hashOf(hash, before, {rows->integer(0), rows->integer(1), rows->text(2), rows->text(3), rows->text(4)});
    if (rows->integer(0) != check.entries || !sameBytes(rows->blob(5), own)) {
      check.firstBroken = rows->integer(0);
    }
    before = own;
  }
}

} // namespace facet::storage
