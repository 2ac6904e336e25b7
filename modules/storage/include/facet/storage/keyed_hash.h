#pragma once

#include <facet/storage/secret.h>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace facet::storage {

/// A hash that nobody can compute or reverse by trying without the key. Source: BLAKE2b with a key, RFC 7693.
class KeyedHash {
public:
  using Value = std::array<std::uint8_t, 32>;

  /// Uses key.derive(purpose), so that hashes for two purposes cannot be matched.
  KeyedHash(const SecretKey& key, std::string_view purpose)
      : m_key(key.derive(purpose)) {}

  /// The hash of a list of texts; ("a", "bc") and ("ab", "c") differ.
  [[nodiscard]] Value of(std::initializer_list<std::string_view> parts) const;

  /// The pseudonym for the person whom `issuer` knows as `id`: "P" and twelve digits and letters (60 bits), the same
  /// every time. The letters leave out I, L, O and U.
  [[nodiscard]] std::string pseudonym(std::string_view issuer, std::string_view id) const;

private:
  SecretKey m_key;
};

} // namespace facet::storage
