#include "json_document.h"

#include <facet/core/text.h>

#include <algorithm>
#include <array>
#include <optional>

namespace facet::clinical {

/// One pass over a text.
class JsonParser {
public:
  explicit JsonParser(JsonDocument& document)
      : m_document(document)
      , m_text(document.m_text) {}

  std::optional<Error> run() {
    const auto root = value(JsonDocument::kNone, 0);
    if (root && skipSpace() && m_at != m_text.size()) {
      fail(FACET_TEXT("clinical", "has text after the end of the JSON value"));
    }
    return std::move(m_error);
  }

private:
  using Kind = JsonDocument::Kind;
  using Node = JsonDocument::Node;

  struct Text {
    std::uint32_t begin = 0;
    std::uint32_t length = 0;
    bool decoded = false;
  };

  bool fail(const Message& reason) {
    if (!m_error) {
      m_error = Error{ErrorCode::InvalidInput, "JSON", reason, atByte(m_at)};
    }
    return false;
  }
  bool noJson() { return fail(FACET_TEXT("clinical", "is no JSON")); }

  bool skipSpace() {
    while (m_at < m_text.size() &&
           (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\n' || m_text[m_at] == '\r')) {
      ++m_at;
    }
    return true;
  }
  [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
  bool take(char c) {
    if (peek() != c || m_at >= m_text.size()) {
      return false;
    }
    ++m_at;
    return true;
  }

  std::uint32_t add(std::uint32_t parent, Kind kind) {
    m_document.m_nodes.emplace_back();
    m_document.m_nodes.back().parent = parent;
    m_document.m_nodes.back().kind = kind;
    return static_cast<std::uint32_t>(m_document.m_nodes.size() - 1);
  }

  std::optional<std::uint32_t> value(std::uint32_t parent, int depth) {
    skipSpace();
    switch (peek()) {
    case '{':
      return container(parent, depth, Kind::Object, '}');
    case '[':
      return container(parent, depth, Kind::Array, ']');
    case '"': {
      const auto text = string();
      if (!text) {
        return std::nullopt;
      }
      const std::uint32_t index = add(parent, Kind::String);
      Node& node = m_document.m_nodes[index];
      node.begin = text->begin;
      node.length = text->length;
      node.decoded = text->decoded;
      return index;
    }
    case 't':
      return word(parent, "true", Kind::True);
    case 'f':
      return word(parent, "false", Kind::False);
    case 'n':
      return word(parent, "null", Kind::Null);
    default:
      return number(parent);
    }
  }

  std::optional<std::uint32_t> word(std::uint32_t parent, std::string_view expected, Kind kind) {
    if (m_text.substr(m_at, expected.size()) != expected) {
      noJson();
      return std::nullopt;
    }
    m_at += expected.size();
    return add(parent, kind);
  }

  std::optional<std::uint32_t> number(std::uint32_t parent) {
    const std::size_t begin = m_at;
    const auto digits = [this] {
      const std::size_t from = m_at;
      while (peek() >= '0' && peek() <= '9') {
        ++m_at;
      }
      return m_at > from;
    };
    take('-');
    const bool zero = peek() == '0';
    if (zero) {
      ++m_at;
    } else if (!digits()) {
      noJson();
      return std::nullopt;
    }
    if (take('.') && !digits()) {
      noJson();
      return std::nullopt;
    }
    if (peek() == 'e' || peek() == 'E') {
      ++m_at;
      if (peek() == '+' || peek() == '-') {
        ++m_at;
      }
      if (!digits()) {
        noJson();
        return std::nullopt;
      }
    }
    constexpr std::size_t surelyFits = 300;
    const std::string_view text = m_text.substr(begin, m_at - begin);
    if ((text.size() > surelyFits || text.find_first_of("eE") != std::string_view::npos) && !parseNumber(text)) {
      fail(FACET_TEXT("clinical", "has a number that cannot be stored"));
      return std::nullopt;
    }
    const std::uint32_t index = add(parent, Kind::Number);
    m_document.m_nodes[index].begin = static_cast<std::uint32_t>(begin);
    m_document.m_nodes[index].length = static_cast<std::uint32_t>(m_at - begin);
    return index;
  }

  std::optional<std::uint32_t> container(std::uint32_t parent, int depth, Kind kind, char close) {
    if (depth >= JsonDocument::kMaxDepth) {
      fail(FACET_TEXT("clinical", "is nested more than %1 deep").with(JsonDocument::kMaxDepth));
      return std::nullopt;
    }
    ++m_at;
    const std::uint32_t self = add(parent, kind);
    std::uint32_t last = JsonDocument::kNone;
    skipSpace();
    if (take(close)) {
      return self;
    }
    while (true) {
      Text key;
      if (kind == Kind::Object) {
        skipSpace();
        const auto name = peek() == '"' ? string() : std::nullopt;
        if (!name || !skipSpace() || !take(':')) {
          noJson();
          return std::nullopt;
        }
        key = *name;
      }
      const auto child = value(self, depth + 1);
      if (!child) {
        return std::nullopt;
      }
      Node& node = m_document.m_nodes[*child];
      node.keyBegin = key.begin;
      node.keyLength = key.length;
      node.keyDecoded = key.decoded;
      (last == JsonDocument::kNone ? m_document.m_nodes[self].first : m_document.m_nodes[last].next) = *child;
      last = *child;
      skipSpace();
      if (take(close)) {
        break;
      }
      if (!take(',')) {
        noJson();
        return std::nullopt;
      }
    }
    if (kind == Kind::Object && !keysDiffer(m_document.m_nodes[self].first)) {
      fail(FACET_TEXT("clinical", "has a key twice in one object"));
      return std::nullopt;
    }
    return self;
  }

  [[nodiscard]] bool keysDiffer(std::uint32_t first) const {
    constexpr std::size_t few = 24;
    std::array<std::string_view, few> seen;
    std::size_t count = 0;
    std::uint32_t child = first;
    for (; child != JsonDocument::kNone && count < few; child = m_document.m_nodes[child].next) {
      const std::string_view key = m_document.keyOf(m_document.m_nodes[child]);
      if (std::find(seen.begin(), seen.begin() + count, key) != seen.begin() + count) {
        return false;
      }
      seen[count++] = key;
    }
    if (child == JsonDocument::kNone) {
      return true;
    }
    std::vector<std::string_view> keys;
    for (child = first; child != JsonDocument::kNone; child = m_document.m_nodes[child].next) {
      keys.push_back(m_document.keyOf(m_document.m_nodes[child]));
    }
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) == keys.end();
  }

  std::optional<Text> string() {
    ++m_at;
    const std::size_t begin = m_at;
    while (m_at < m_text.size() && m_text[m_at] != '"' && m_text[m_at] != '\\') {
      if (static_cast<unsigned char>(m_text[m_at]) < 0x20) {
        noJson();
        return std::nullopt;
      }
      ++m_at;
    }
    Text text{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(m_at - begin), false};
    if (peek() == '\\') {
      text = {static_cast<std::uint32_t>(m_document.m_decoded.size()), 0, true};
      m_document.m_decoded.append(m_text.substr(begin, m_at - begin));
      if (!unescapeRest()) {
        return std::nullopt;
      }
      text.length = static_cast<std::uint32_t>(m_document.m_decoded.size() - text.begin);
    }
    if (!take('"')) {
      noJson();
      return std::nullopt;
    }
    if (text.length > JsonDocument::kMaxString) {
      fail(FACET_TEXT("clinical", "has a text of more than %1 bytes").with(JsonDocument::kMaxString));
      return std::nullopt;
    }
    return text;
  }

  /// From the first backslash up to the closing quote, decoded.
  bool unescapeRest() {
    std::string& out = m_document.m_decoded;
    while (m_at < m_text.size() && m_text[m_at] != '"') {
      const char c = m_text[m_at++];
      if (static_cast<unsigned char>(c) < 0x20) {
        return noJson();
      }
      if (c != '\\') {
        out += c;
        continue;
      }
      const char escape = peek();
      ++m_at;
      constexpr std::string_view from = "\"\\/bfnrt";
      constexpr std::string_view to = "\"\\/\b\f\n\r\t";
      const std::size_t known = from.find(escape);
      if (escape == 'u') {
        if (!unicode(out)) {
          return false;
        }
      } else if (escape != '\0' && known != std::string_view::npos) {
        out += to[known];
      } else {
        return noJson();
      }
    }
    return true;
  }

  bool unicode(std::string& out) {
    auto code = hex4();
    if (!code || (*code >= 0xDC00 && *code <= 0xDFFF)) {
      return noJson();
    }
    if (*code >= 0xD800 && *code <= 0xDBFF) {
      const bool pair = take('\\') && take('u');
      const auto low = pair ? hex4() : std::nullopt;
      if (!low || *low < 0xDC00 || *low > 0xDFFF) {
        return noJson();
      }
      code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
    }
    if (*code == 0) {
      return fail(FACET_TEXT("clinical", "has a text with a NUL character"));
    }
    appendUtf8(out, *code);
    return true;
  }

  std::optional<std::uint32_t> hex4() {
    std::uint32_t code = 0;
    for (int i = 0; i < 4; ++i) {
      const char c = peek();
      std::uint32_t digit = 0;
      if (c >= '0' && c <= '9') {
        digit = static_cast<std::uint32_t>(c - '0');
      } else if (c >= 'a' && c <= 'f') {
        digit = static_cast<std::uint32_t>(c - 'a' + 10);
      } else if (c >= 'A' && c <= 'F') {
        digit = static_cast<std::uint32_t>(c - 'A' + 10);
      } else {
        return std::nullopt;
      }
      code = code * 16 + digit;
      ++m_at;
    }
    return code;
  }

  JsonDocument& m_document;
  std::string_view m_text;
  std::size_t m_at = 0;
  std::optional<Error> m_error;
};

Result<JsonDocument> JsonDocument::parse(std::string_view text) {
  if (text.size() > kMaxText) {
    return Error{ErrorCode::InvalidInput, "JSON", FACET_TEXT("clinical", "is longer than %1 bytes").with(kMaxText)};
  }
  if (const auto bad = firstInvalidUtf8(text)) {
    return Error{ErrorCode::InvalidInput, "JSON", FACET_TEXT("clinical", "is no UTF-8 text"), atByte(*bad)};
  }
  JsonDocument document;
  document.m_text = text;
  document.m_nodes.reserve(text.size() / 16 + 8);
  if (auto error = JsonParser(document).run()) {
    return *std::move(error);
  }
  return document;
}

JsonValue JsonDocument::root() const {
  return {this, m_nodes.data()};
}

JsonValue JsonValue::at(std::uint32_t index) const {
  return index == JsonDocument::kNone ? JsonValue() : JsonValue(m_document, &m_document->m_nodes[index]);
}

JsonValue JsonValue::first() const {
  return m_node == nullptr ? JsonValue() : at(m_node->first);
}

JsonValue JsonValue::next() const {
  return m_node == nullptr ? JsonValue() : at(m_node->next);
}

JsonValue JsonValue::operator[](std::string_view key) const {
  if (kind() != Kind::Object) {
    return {};
  }
  for (JsonValue child = first(); child.exists(); child = child.next()) {
    if (m_document->keyOf(*child.m_node) == key) {
      return child;
    }
  }
  return {};
}

std::string_view JsonValue::text() const {
  if (kind() != Kind::String && kind() != Kind::Number) {
    return {};
  }
  return m_document->view(m_node->begin, m_node->length, m_node->decoded);
}

std::string JsonValue::path() const {
  if (m_node == nullptr || m_node->parent == JsonDocument::kNone) {
    return {};
  }
  const JsonValue parent = at(m_node->parent);
  const std::string above = parent.path();
  if (parent.kind() == Kind::Object) {
    return (above.empty() ? "" : above + ".") + std::string(m_document->keyOf(*m_node));
  }
  std::size_t index = 0;
  for (JsonValue child = parent.first(); child.m_node != m_node; child = child.next()) {
    ++index;
  }
  return above + "[" + std::to_string(index) + "]";
}

} // namespace facet::clinical
