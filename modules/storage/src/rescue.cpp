#include "rescue.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace facet::storage {
namespace {

constexpr std::int64_t kLastKey = std::numeric_limits<std::int64_t>::max();
/// So many keys are tried one by one after a row that cannot be read: more than a page holds rows.
constexpr int kTriesOneByOne = 500;

/// Keys of rows, both ends included; none is negative.
struct KeyRange {
  std::int64_t first;
  std::int64_t last;
};

struct Copied {
  std::int64_t rows = 0;
  std::vector<KeyRange> lost;
};

/// What goes wrong in a source is damage; in the target it is a failure.
class TableCopy {
public:
  TableCopy(const std::string& table, Database& source, Database& fresh)
      : m_table(table)
      , m_source(source)
      , m_fresh(fresh) {}

  /// Whether the source has the table at all.
  Result<bool> prepare() {
    auto select = m_source.prepare("SELECT rowid, * FROM " + m_table +
                                   " NOT INDEXED WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid");
    if (!select) {
      return false;
    }
    m_select = std::move(*select);
    std::string names;
    std::string places;
    auto target = m_fresh.prepare("SELECT * FROM " + m_table + " LIMIT 0");
    if (!target) {
      return target.error();
    }
    for (int column = 1; column < m_select.columns(); ++column) {
      for (int wanted = 0; wanted < target->columns(); ++wanted) {
        if (target->nameOf(wanted) == m_select.nameOf(column)) {
          m_columns.push_back(column);
          names += (names.empty() ? "" : ", ") + target->nameOf(wanted);
          places += places.empty() ? "?" : ", ?";
        }
      }
    }
    auto insert = m_fresh.prepare("INSERT OR IGNORE INTO " + m_table + "(" + names + ") VALUES(" + places + ")");
    if (!insert) {
      return insert.error();
    }
    m_insert = std::move(*insert);
    return true;
  }

  Result<Copied> copy(KeyRange range) {
    Copied copied;
    std::int64_t next = range.first;
    while (true) {
      auto row = seek(next, range.last);
      for (; row && *row; row = m_select.step()) {
        if (auto written = write(copied); !written) {
          return written.error();
        }
        if (m_select.integer(0) == range.last) {
          return copied;
        }
        next = m_select.integer(0) + 1;
      }
      if (row) {
        return copied;
      }
      const auto readable = firstReadable(next, range.last);
      copied.lost.push_back({next, readable ? *readable - 1 : range.last});
      if (!readable) {
        return copied;
      }
      next = *readable;
    }
  }

private:
  Result<bool> seek(std::int64_t first, std::int64_t last) {
    m_select.reset();
    m_select.bind(1, first);
    m_select.bind(2, last);
    return m_select.step();
  }

  /// The first key after `damaged` from which the table can be read again, to a row or to its end; nothing where it
  /// ends in damage. Tries the next keys one by one, then in ever wider steps, then between the last two.
  std::optional<std::int64_t> firstReadable(std::int64_t damaged, std::int64_t last) {
    std::int64_t bad = damaged;
    std::int64_t good = damaged;
    for (std::int64_t stride = 1;; stride = bad - damaged < kTriesOneByOne ? 1 : stride * 2) {
      if (stride > last - bad || stride > kLastKey / 4) {
        return std::nullopt;
      }
      good = bad + stride;
      if (seek(good, last)) {
        break;
      }
      bad = good;
    }
    while (good - bad > 1) {
      const std::int64_t middle = bad + (good - bad) / 2;
      (seek(middle, last) ? good : bad) = middle;
    }
    return good;
  }

  Result<void> write(Copied& copied) {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
      m_insert.bindColumn(static_cast<int>(i) + 1, m_select, m_columns[i]);
    }
    auto run = m_insert.run();
    copied.rows += m_fresh.changedRows();
    return run;
  }

  const std::string& m_table;
  Database& m_source;
  Database& m_fresh;
  Statement m_select;
  Statement m_insert;
  std::vector<int> m_columns;
};

} // namespace

Result<SalvagedTable> rescueTable(const std::string& table, Database* damaged, Database* backup, Database& fresh) {
  SalvagedTable report;
  report.name = table;
  std::vector<KeyRange> lost = {{0, kLastKey}};
  std::optional<std::int64_t> total;
  if (damaged != nullptr) {
    TableCopy copy(table, *damaged, fresh);
    const auto there = copy.prepare();
    if (!there) {
      return there.error();
    }
    if (*there) {
      auto copied = copy.copy(lost.front());
      if (!copied) {
        return copied.error();
      }
      report.saved = copied->rows;
      lost = std::move(copied->lost);
    }
    // An index that is whole still knows how many rows there were.
    if (const auto count = damaged->integer("SELECT count(*) FROM " + table)) {
      total = *count;
    }
  }
  if (backup != nullptr && !lost.empty()) {
    TableCopy copy(table, *backup, fresh);
    const auto there = copy.prepare();
    if (!there) {
      return there.error();
    }
    for (const KeyRange& range : *there ? lost : std::vector<KeyRange>()) {
      const auto copied = copy.copy(range);
      if (!copied) {
        return copied.error();
      }
      report.fromBackup += copied->rows;
    }
    report.saved += report.fromBackup;
  }
  if (total) {
    report.lost = std::max<std::int64_t>(0, *total - report.saved);
  } else if (lost.empty()) {
    report.lost = 0;
  }
  return report;
}

} // namespace facet::storage
