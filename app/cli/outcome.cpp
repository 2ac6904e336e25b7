#include "outcome.h"

#include <cstdio>

namespace facet::cli {

Exit fail(const Error& error) {
  std::fprintf(stderr, "error: %s\n", describe(error).c_str());
  return error.code == ErrorCode::Cancelled ? Exit::Cancelled : Exit::Failed;
}

Exit reportRefused(const std::vector<Notice>& refused) {
  for (const Notice& notice : refused) {
    std::fprintf(stderr, "refused: %s\n", describe(notice).c_str());
  }
  return refused.empty() ? Exit::Done : Exit::Partly;
}

void reportWarnings(const std::vector<Notice>& warnings) {
  for (const Notice& notice : warnings) {
    std::fprintf(stderr, "warning: %s\n", describe(notice).c_str());
  }
}

void reportWritten(const Context& context, const std::string& path) {
  if (!context.json) {
    std::printf("wrote %s\n", path.c_str());
  }
}

} // namespace facet::cli
