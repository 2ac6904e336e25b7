#include "text_header.h"

#include <facet/core/text.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace facet::imaging {

Result<TextLines> readLines(const ByteSource& source, bool (*isLast)(std::string_view line)) {
  constexpr std::size_t kMost = std::size_t(1) << 20U;
  constexpr std::size_t kFirst = std::size_t(1) << 13U;
  for (std::size_t count = kFirst; count <= kMost; count *= 8) {
    const auto head = source.head(count);
    if (!head) {
      return head.error();
    }
    TextLines found;
    std::size_t begin = 0;
    while (begin < head->size()) {
      const std::size_t end = head->find('\n', begin);
      if (end == std::string::npos && head->size() < source.size()) {
        break;
      }
      std::string_view line = std::string_view(*head).substr(begin, end == std::string::npos ? end : end - begin);
      if (line.ends_with('\r')) {
        line.remove_suffix(1);
      }
      found.lines.emplace_back(line);
      found.end = end == std::string::npos ? head->size() : end + 1;
      if (isLast(line)) {
        return found;
      }
      begin = found.end;
    }
    if (head->size() == source.size()) {
      return found;
    }
  }
  return Error{ErrorCode::InvalidInput, source.name(), FACET_TEXT("imaging", "its header does not end within 1 MB")};
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> found;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(" \t", at)) != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(" \t", at), text.size());
    found.push_back(text.substr(at, end - at));
    at = end;
  }
  return found;
}

std::optional<std::vector<double>> numbers(std::string_view text) {
  std::vector<double> values;
  for (const std::string_view word : words(text)) {
    const auto value = parseNumber(word);
    if (!value) {
      return std::nullopt;
    }
    values.push_back(*value);
  }
  return values;
}

std::string exactText(double value) {
  std::array<char, 32> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), result.ptr};
}

} // namespace facet::imaging
