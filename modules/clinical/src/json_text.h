#pragma once

#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace facet::clinical {

/// Writes JSON without spaces into a string; the caller keeps the order of keys.
class JsonText {
public:
  explicit JsonText(std::size_t reserve) { m_text.reserve(reserve); }

  JsonText& open(char bracket) {
    separate();
    m_text += bracket;
    m_first = true;
    return *this;
  }
  JsonText& close(char bracket) {
    m_text += bracket;
    m_first = false;
    return *this;
  }
  /// A key of the program: never escaped.
  JsonText& key(std::string_view name) {
    separate();
    m_text += '"';
    m_text += name;
    m_text += "\":";
    m_first = true;
    return *this;
  }
  JsonText& string(std::string_view value) {
    separate();
    m_text += '"';
    escape(value);
    m_text += '"';
    return *this;
  }
  JsonText& number(double value) {
    separate();
    char digits[32];
    const char* end = std::to_chars(std::begin(digits), std::end(digits), value).ptr;
    m_text.append(static_cast<const char*>(digits), end);
    return *this;
  }
  JsonText& number(std::integral auto value) {
    separate();
    char digits[24];
    const char* end = std::to_chars(std::begin(digits), std::end(digits), value).ptr;
    m_text.append(static_cast<const char*>(digits), end);
    return *this;
  }
  JsonText& word(std::string_view literal) {
    separate();
    m_text += literal;
    return *this;
  }
  /// A piece of JSON that is complete in itself, such as a constant coding.
  JsonText& raw(std::string_view json) { return word(json); }

  JsonText& pair(std::string_view name, std::string_view value) { return key(name).string(value); }
  JsonText& pair(std::string_view name, const char* value) { return key(name).string(value); }
  JsonText& pair(std::string_view name, double value) { return key(name).number(value); }
  JsonText& pair(std::string_view name, int value) { return key(name).number(value); }
  /// Nothing when the value is empty.
  JsonText& optional(std::string_view name, std::string_view value) {
    return value.empty() ? *this : pair(name, value);
  }

  [[nodiscard]] std::string take() { return std::move(m_text); }

private:
  void separate() {
    if (!m_first) {
      m_text += ',';
    }
    m_first = false;
  }
  void escape(std::string_view value) {
    for (const char c : value) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\') {
        m_text += '\\';
        m_text += c;
      } else if (byte < 0x20) {
        constexpr std::string_view hex = "0123456789abcdef";
        m_text += "\\u00";
        m_text += hex[byte >> 4U];
        m_text += hex[byte & 15U];
      } else {
        m_text += c;
      }
    }
  }

  std::string m_text;
  bool m_first = true;
};

} // namespace facet::clinical
