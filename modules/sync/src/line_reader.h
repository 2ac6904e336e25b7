#pragma once

#include "input_file.h"

#include <facet/core/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace facet::sync {

/// A line of a file, without its end.
struct InputLine {
  std::int64_t number = 0; ///< from 1
  std::string_view text;
  bool tooLong = false; ///< its text is left out
};

/// Reads a text file block by block and hashes its bytes on the way. UTF-8 with or without byte order mark, UTF-16 with
/// one, line ends of both kinds; empty lines are passed over.
class LineReader {
public:
  /// Longer lines are passed over and told.
  static constexpr std::size_t kLongestLine = std::size_t{8} << 20;

  explicit LineReader(InputFile file);

  /// The next lines; none at the end. The texts are valid until the next call.
  /// Errors: InvalidInput for a byte order mark that promises text and none follows; as InputFile.
  Result<std::vector<InputLine>> next(const Progress& progress);
  /// The digest of all bytes, once the end was reached.
  [[nodiscard]] storage::Digest digest() { return m_sha.finish(); }

private:
  Result<std::vector<InputLine>> decodeWhole(const Progress& progress);
  void split(std::string_view text, std::vector<InputLine>& lines);
  void take(std::string_view line, std::vector<InputLine>& lines);

  InputFile m_file;
  storage::Sha256 m_sha;
  std::string m_buffer;
  std::size_t m_kept = 0; ///< bytes at the start of the buffer that are of the next block
  std::int64_t m_line = 0;
  bool m_begun = false;
  bool m_ended = false;
  bool m_skipping = false; ///< inside a line that is too long
};

} // namespace facet::sync
