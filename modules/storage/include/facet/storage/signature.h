#pragma once

#include <facet/core/result.h>
#include <facet/storage/bytes.h>
#include <facet/storage/secret.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>

/// Ed25519. Source: RFC 8032.
namespace facet::storage {

/// What signatures are checked with.
struct PublicKey {
  std::array<std::uint8_t, 32> bytes{};

  /// From 64 hexadecimal digits, white space around them allowed (a `release.pub`). Errors: InvalidInput.
  static Result<PublicKey> fromHex(std::string_view text);
  [[nodiscard]] std::string toHex() const;
  /// What two people compare: the first 16 bytes of the SHA-256 of the key as "3F2A 91C4 …", eight groups.
  [[nodiscard]] std::string fingerprint() const;
  [[nodiscard]] bool operator==(const PublicKey&) const = default;
};

struct Signature {
  std::array<std::uint8_t, 64> bytes{};

  /// From the 64 bytes of a signature file. Errors: InvalidInput for another length.
  static Result<Signature> fromBytes(Bytes bytes);
  [[nodiscard]] bool operator==(const Signature&) const = default;
};

/// What signatures are made with.
class SigningKey {
public:
  /// The key pair that follows from 32 secret bytes.
  static SigningKey fromSeed(const SecretKey& seed);

  [[nodiscard]] PublicKey publicKey() const { return m_public; }
  [[nodiscard]] Signature sign(Bytes message) const;

private:
  SigningKey(SecretKey seed, PublicKey publicKey)
      : m_seed(std::move(seed))
      , m_public(publicKey) {}

  SecretKey m_seed;
  PublicKey m_public;
};

/// Whether `signature` was made over exactly `message` with the secret half of `key`.
[[nodiscard]] bool verifySignature(const PublicKey& key, Bytes message, const Signature& signature);

} // namespace facet::storage
