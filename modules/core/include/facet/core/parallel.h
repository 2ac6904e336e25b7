#pragma once

#include <cstddef>
#include <functional>

namespace facet {

/// Sets how many threads parallelFor uses, the caller's own included. Call once at the start of the program;
/// 0 means one for each processor.
void setThreadLimit(std::size_t threads);
[[nodiscard]] std::size_t threadLimit();

/// Calls `body(begin, end)` for the parts of 0 … count, each of `grain` items (the last may be smaller), and returns
/// when all are done. The split depends on `count` and `grain` alone, so results that are kept per part do not depend
/// on the number of threads. An exception of a part is thrown again here after the others have ended.
/// Thread: may be nested; an inner call runs in the calling thread.
void parallelFor(std::size_t count, std::size_t grain, const std::function<void(std::size_t, std::size_t)>& body);

} // namespace facet
