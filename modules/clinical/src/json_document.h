#pragma once

#include <facet/core/result.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace facet::clinical {

class JsonValue;

/// A JSON text taken apart without copying it: a list of values that point into the text. Stricter than the general
/// library (duplicate keys, depth, lengths) and several times as fast, which a release of millions of lines needs.
class JsonDocument {
public:
  enum class Kind : std::uint8_t { Missing, Null, False, True, Number, String, Array, Object };

  /// Deepest nesting, and longest text and line, that are taken.
  static constexpr int kMaxDepth = 32;
  static constexpr std::size_t kMaxString = 64 * 1024;
  static constexpr std::size_t kMaxText = 8 * 1024 * 1024;

  /// The text must outlive the document.
  /// Errors: InvalidInput with the byte for text that is no JSON (RFC 8259), no UTF-8, has a key twice in one object or
  /// is larger or deeper than is taken.
  [[nodiscard]] static Result<JsonDocument> parse(std::string_view text);

  [[nodiscard]] JsonValue root() const;

private:
  friend class JsonValue;
  friend class JsonParser;

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  struct Node {
    std::uint32_t begin = 0; ///< text of a string or number, in the source or, for strings with escapes, in m_decoded
    std::uint32_t length = 0;
    std::uint32_t keyBegin = 0;
    std::uint32_t keyLength = 0;
    std::uint32_t parent = kNone;
    std::uint32_t next = kNone; ///< next value of the same array or object
    std::uint32_t first = kNone;
    Kind kind = Kind::Null;
    bool decoded = false;
    bool keyDecoded = false;
  };

  [[nodiscard]] std::string_view view(std::uint32_t begin, std::uint32_t length, bool decoded) const {
    return std::string_view(decoded ? std::string_view(m_decoded) : m_text).substr(begin, length);
  }
  [[nodiscard]] std::string_view keyOf(const Node& node) const {
    return view(node.keyBegin, node.keyLength, node.keyDecoded);
  }

  std::string_view m_text;
  std::string m_decoded;
  std::vector<Node> m_nodes;
};

/// A value of a document, or Missing. Cheap to copy; the document must outlive it.
class JsonValue {
public:
  using Kind = JsonDocument::Kind;

  JsonValue() = default;

  [[nodiscard]] Kind kind() const { return m_node == nullptr ? Kind::Missing : m_node->kind; }
  [[nodiscard]] bool exists() const { return m_node != nullptr; }
  /// The element of an object, or Missing.
  [[nodiscard]] JsonValue operator[](std::string_view key) const;
  /// First value of an array or object, and the one after this: Missing at the end.
  [[nodiscard]] JsonValue first() const;
  [[nodiscard]] JsonValue next() const;
  /// Content of a string, or the digits of a number; empty for others.
  [[nodiscard]] std::string_view text() const;
  /// "component[3].valueInteger"; empty for the root.
  [[nodiscard]] std::string path() const;

private:
  friend class JsonDocument;
  JsonValue(const JsonDocument* document, const JsonDocument::Node* node)
      : m_document(document)
      , m_node(node) {}
  [[nodiscard]] JsonValue at(std::uint32_t index) const;

  const JsonDocument* m_document = nullptr;
  const JsonDocument::Node* m_node = nullptr;
};

} // namespace facet::clinical
