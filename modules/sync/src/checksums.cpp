#include "checksums.h"

#include "release_path.h"

#include <facet/core/text.h>

#include <algorithm>
#include <unordered_map>

namespace facet::sync {
namespace {

constexpr std::size_t kDigits = 64;

Error wrongLine(const Message& reason, std::size_t line) {
  return {ErrorCode::InvalidInput, "SHA256SUMS", reason, atLine(line)};
}

/// The path of a line of sha256sum that begins with a backslash, or nothing where an escape is not one of sha256sum's.
std::optional<std::string> unescape(std::string_view text) {
  std::string path;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      path += text[i];
      continue;
    }
    const char next = ++i < text.size() ? text[i] : '\0';
    if (next != '\\' && next != 'n' && next != 'r') {
      return std::nullopt;
    }
    path += next == '\\' ? '\\' : next == 'n' ? '\n' : '\r';
  }
  return path;
}

Result<Checksum> parseLine(std::string_view line, std::size_t number) {
  const bool escaped = line.starts_with('\\');
  std::string_view rest = escaped ? line.substr(1) : line;
  const bool formed =
      rest.size() > kDigits + 2 && rest[kDigits] == ' ' && (rest[kDigits + 1] == ' ' || rest[kDigits + 1] == '*');
  const auto digest = formed ? storage::Digest::fromHex(rest.substr(0, kDigits)) : storage::Digest{};
  if (!formed || !digest) {
    return wrongLine(FACET_TEXT("sync", "is no line of sha256sum"), number);
  }
  rest.remove_prefix(kDigits + 2);
  auto path = escaped ? unescape(rest) : std::string(rest);
  if (!path) {
    return wrongLine(FACET_TEXT("sync", "is no line of sha256sum"), number);
  }
  // Written by "find . -exec sha256sum".
  if (path->starts_with("./")) {
    path->erase(0, 2);
  }
  return Checksum{std::move(*path), *digest};
}

} // namespace

Result<Checksums> parseChecksums(std::string_view text) {
  Checksums sums;
  std::unordered_map<std::string, std::string> byFolded;
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    auto file = parseLine(line, number);
    if (!file) {
      return file.error();
    }
    if (isTruth(file->path)) {
      continue;
    }
    if (const auto fault = pathFault(file->path)) {
      sums.refused.push_back({ErrorCode::InvalidInput, std::move(file->path), *fault, atLine(number)});
      continue;
    }
    const auto [known, isNew] = byFolded.emplace(toLowerAscii(file->path), file->path);
    if (!isNew && known->second == file->path) {
      return wrongLine(FACET_TEXT("sync", "names %1 a second time").with(file->path), number);
    }
    if (!isNew) {
      sums.refused.push_back({ErrorCode::InvalidInput, std::move(file->path),
                              FACET_TEXT("sync", "differs from %1 only in upper and lower case").with(known->second),
                              atLine(number)});
      continue;
    }
    sums.files.push_back(std::move(*file));
  }
  std::sort(sums.files.begin(), sums.files.end(), [](const Checksum& a, const Checksum& b) { return a.path < b.path; });
  return sums;
}

} // namespace facet::sync
