#include "line_reader.h"

#include <facet/core/text.h>

#include <cstring>

namespace facet::sync {
namespace {

constexpr std::size_t kBlock = std::size_t{4} << 20;
/// Text of two bytes a character is taken apart as a whole.
constexpr std::int64_t kWholeLimit = std::int64_t{512} << 20;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

bool hasWideMark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

} // namespace

LineReader::LineReader(InputFile file)
    : m_file(std::move(file)) {}

void LineReader::take(std::string_view line, std::vector<InputLine>& lines) {
  ++m_line;
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  if (line.size() > kLongestLine) {
    lines.push_back({m_line, {}, true});
  } else if (!trimText(line).empty()) {
    lines.push_back({m_line, line, false});
  }
}

void LineReader::split(std::string_view text, std::vector<InputLine>& lines) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) {
      break;
    }
    if (m_skipping) {
      m_skipping = false;
      lines.push_back({++m_line, {}, true});
    } else {
      take(text.substr(0, end), lines);
    }
    text.remove_prefix(end + 1);
  }
  if (text.empty()) {
    return;
  }
  if (m_ended) {
    if (m_skipping) {
      lines.push_back({++m_line, {}, true});
    } else {
      take(text, lines);
    }
  }
}

Result<std::vector<InputLine>> LineReader::decodeWhole(const Progress& progress) {
  if (auto back = m_file.seek(0); !back) {
    return back.error();
  }
  auto bytes = m_file.readAll(kWholeLimit, progress);
  if (!bytes) {
    return bytes.error();
  }
  m_ended = true;
  m_sha.update(storage::bytesOf(*bytes));
  auto text = decodeText(*bytes);
  if (!text) {
    return text.error();
  }
  m_buffer = std::move(*text);
  std::vector<InputLine> lines;
  split(m_buffer, lines);
  return lines;
}

Result<std::vector<InputLine>> LineReader::next(const Progress& progress) {
  std::vector<InputLine> lines;
  while (lines.empty() && !m_ended) {
    if (progress.stopRequested()) {
      return cancelledError();
    }
    // What was left of the last block moves to the front.
    if (m_kept > 0 && m_kept < m_buffer.size()) {
      std::memmove(m_buffer.data(), m_buffer.data() + (m_buffer.size() - m_kept), m_kept);
    }
    const std::size_t kept = m_kept;
    m_buffer.resize(kept + kBlock);
    const auto got = m_file.read(std::span(m_buffer.data() + kept, kBlock));
    if (!got) {
      return got.error();
    }
    m_buffer.resize(kept + *got);
    std::string_view fresh = std::string_view(m_buffer).substr(kept);
    if (!m_begun && hasWideMark(fresh)) {
      m_begun = true;
      return decodeWhole(progress);
    }
    m_sha.update(storage::bytesOf(fresh));
    m_ended = *got < kBlock;
    std::string_view text = m_buffer;
    if (!m_begun && text.starts_with(kUtf8Mark)) {
      text.remove_prefix(kUtf8Mark.size());
    }
    m_begun = true;
    const auto lastEnd = text.rfind('\n');
    m_kept = m_ended ? 0 : lastEnd == std::string_view::npos ? text.size() : text.size() - lastEnd - 1;
    split(text, lines);
    if (m_kept > kLongestLine) {
      m_skipping = true;
      m_kept = 0;
    } else if (m_skipping && lastEnd == std::string_view::npos) {
      m_kept = 0;
    }
  }
  return lines;
}

} // namespace facet::sync
