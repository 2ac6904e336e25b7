#pragma once

#include <charconv>
#include <concepts>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Marks a sentence for translation; the context is the module's name. lupdate reads it as QT_TRANSLATE_NOOP.
#define FACET_TEXT(context, source) (::facet::Message(context, source))

namespace facet {

/// A sentence kept as its English source and its arguments, so that the window can say it in the user's language.
/// Places are written %1 to %9.
class Message {
public:
  Message() = default;
  Message(const char* context, const char* source)
      : m_context(context)
      , m_source(source) {}

  /// A message that was stored as its context, source and arguments.
  static Message fromStored(std::string context, std::string source, std::vector<std::string> arguments);

  /// A copy with arguments appended: texts as they are, numbers with '.' and no grouping.
  template <class... Args>
  [[nodiscard]] Message with(Args&&... args) const {
    Message copy = *this;
    (copy.m_arguments.push_back(toText(std::forward<Args>(args))), ...);
    return copy;
  }

  [[nodiscard]] const char* context() const { return m_context; }
  [[nodiscard]] const char* source() const { return m_source; }
  [[nodiscard]] const std::vector<std::string>& arguments() const { return m_arguments; }
  [[nodiscard]] bool empty() const { return *m_source == '\0'; }

  /// The English sentence with its arguments filled in.
  [[nodiscard]] std::string english() const;

private:
  static std::string toText(std::string_view value) { return std::string(value); }
  static std::string toText(const char* value) { return value; }
  static std::string toText(std::integral auto value) { return std::to_string(value); }
  static std::string toText(std::floating_point auto value) { return formatNumber(static_cast<double>(value)); }
  static std::string formatNumber(double value);

  const char* m_context = "";
  const char* m_source = "";
  /// Of a stored message: what m_context and m_source point to.
  std::shared_ptr<const std::pair<std::string, std::string>> m_kept;
  std::vector<std::string> m_arguments;
};

/// `source` with %1 … %9 replaced by `arguments`; a place without an argument stays as it is.
[[nodiscard]] std::string fillPlaces(std::string_view source, const std::vector<std::string>& arguments);

/// "line N", for Error::place.
[[nodiscard]] Message atLine(std::size_t line);
/// "byte N", counted from 0, for Error::place.
[[nodiscard]] Message atByte(std::size_t offset);

} // namespace facet
