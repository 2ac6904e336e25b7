#include "release_path.h"

#include <facet/core/text.h>

#include <algorithm>

namespace facet::sync {
namespace {

constexpr std::size_t kLongestPath = 1024;
constexpr std::size_t kLongestPart = 255;

bool isAllowed(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         std::string_view(" ._+=@,()-").find(c) != std::string_view::npos;
}

std::optional<Message> partFault(std::string_view part) {
  if (part.empty()) {
    return FACET_TEXT("sync", "is no path of a file: it has an empty part");
  }
  if (part == "." || part == "..") {
    return FACET_TEXT("sync", "leads out of the release or round about: it has the part %1").with(part);
  }
  if (part.size() > kLongestPart) {
    return FACET_TEXT("sync", "has a name of more than %1 characters").with(kLongestPart);
  }
  if (part.front() == ' ' || part.back() == ' ' || part.back() == '.') {
    return FACET_TEXT("sync", "has a name that begins or ends with a space or ends with a dot");
  }
  return std::nullopt;
}

} // namespace

std::optional<Message> pathFault(std::string_view path) {
  if (path.empty()) {
    return FACET_TEXT("sync", "is an empty path");
  }
  if (path.size() > kLongestPath) {
    return FACET_TEXT("sync", "is a path of more than %1 characters").with(kLongestPath);
  }
  if (path.find("://") != std::string_view::npos) {
    return FACET_TEXT("sync", "is an address, not a file of this folder");
  }
  if (path.front() == '/' || path.front() == '\\' || (path.size() > 1 && path[1] == ':')) {
    return FACET_TEXT("sync", "is an absolute path");
  }
  if (!std::all_of(path.begin(), path.end(), [](char c) { return isAllowed(c) || c == '/'; })) {
    return FACET_TEXT("sync", "has characters other than letters, digits, spaces and ._+=@,()-");
  }
  for (const std::string_view part : splitText(path, '/')) {
    if (auto fault = partFault(part)) {
      return fault;
    }
  }
  return std::nullopt;
}

bool isTruth(std::string_view path) {
  return toLowerAscii(path.substr(0, path.find('/'))) == "truth";
}

} // namespace facet::sync
