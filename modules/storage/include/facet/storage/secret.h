#pragma once

#include <facet/core/result.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace facet::storage {

/// 32 secret bytes in memory that is kept out of core dumps and, where the system allows, out of swap; wiped when gone.
class SecretKey {
public:
  static constexpr std::size_t kBytes = 32;
  using View = std::span<const std::uint8_t, kBytes>;

  /// A key from the system's source of randomness.
  static SecretKey random();
  static SecretKey fromBytes(View bytes);
  /// From 64 hexadecimal digits. Errors: InvalidInput for any other text; the message does not repeat it.
  static Result<SecretKey> fromHex(std::string_view text);

  [[nodiscard]] View bytes() const { return View(m_bytes.get(), kBytes); }
  /// Another key that follows from this one and `purpose` alone, and tells nothing about this one (keyed BLAKE2b).
  [[nodiscard]] SecretKey derive(std::string_view purpose) const;
  [[nodiscard]] SecretKey clone() const { return fromBytes(bytes()); }
  /// Compares in constant time.
  [[nodiscard]] bool operator==(const SecretKey& other) const;

private:
  struct Release {
    void operator()(std::uint8_t* bytes) const;
  };
  SecretKey();

  std::unique_ptr<std::uint8_t[], Release> m_bytes;
};

/// A text that is wiped from memory when gone, such as a passphrase.
class SecretText {
public:
  explicit SecretText(std::string text)
      : m_text(std::move(text)) {}
  SecretText(SecretText&& other) noexcept;
  SecretText& operator=(SecretText&& other) noexcept;
  SecretText(const SecretText&) = delete;
  SecretText& operator=(const SecretText&) = delete;
  ~SecretText();

  [[nodiscard]] std::string_view view() const { return m_text; }
  [[nodiscard]] bool empty() const { return m_text.empty(); }
  [[nodiscard]] bool operator==(const SecretText& other) const = default;

private:
  std::string m_text;
};

} // namespace facet::storage
