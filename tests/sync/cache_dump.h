#pragma once

#include <facet/storage/cache.h>

#include <string>
#include <vector>

/// Everything that a sync writes, without keys, times and numbers of runs: two caches with the same releases have the
/// same dump, whatever happened on the way. One line a row, in order.
std::vector<std::string> dumpOf(const facet::storage::Cache& cache);
/// The first line in which two dumps differ, or an empty text.
std::string difference(const std::vector<std::string>& a, const std::vector<std::string>& b);
