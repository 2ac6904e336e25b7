#include "hex.h"

#include <facet/core/text.h>
#include <facet/storage/digest.h>
#include <facet/storage/signature.h>

#include <sodium.h>

#include <algorithm>

namespace facet::storage {
namespace {

const unsigned char* raw(Bytes bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

} // namespace

Result<PublicKey> PublicKey::fromHex(std::string_view text) {
  PublicKey key;
  if (!storage::fromHex(trimText(text), key.bytes)) {
    return Error{ErrorCode::InvalidInput, {}, FACET_TEXT("storage", "a public key has 64 hexadecimal digits")};
  }
  return key;
}

std::string PublicKey::toHex() const {
  return storage::toHex(bytes);
}

std::string PublicKey::fingerprint() const {
  const std::string digits = sha256(std::as_bytes(std::span(bytes))).toHex();
  std::string text;
  for (std::size_t i = 0; i < 32; ++i) {
    if (i != 0 && i % 4 == 0) {
      text += ' ';
    }
    const char c = digits[i];
    text += c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return text;
}

Result<Signature> Signature::fromBytes(Bytes bytes) {
  Signature signature;
  if (bytes.size() != signature.bytes.size()) {
    return Error{
        ErrorCode::InvalidInput, {}, FACET_TEXT("storage", "a signature has 64 bytes, not %1").with(bytes.size())};
  }
  std::copy_n(raw(bytes), bytes.size(), signature.bytes.begin());
  return signature;
}

SigningKey SigningKey::fromSeed(const SecretKey& seed) {
  PublicKey publicKey;
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
  crypto_sign_seed_keypair(publicKey.bytes.data(), secret.data(), seed.bytes().data());
  sodium_memzero(secret.data(), secret.size());
  return {seed.clone(), publicKey};
}

Signature SigningKey::sign(Bytes message) const {
  PublicKey publicKey;
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
  crypto_sign_seed_keypair(publicKey.bytes.data(), secret.data(), m_seed.bytes().data());
  Signature signature;
  crypto_sign_detached(signature.bytes.data(), nullptr, raw(message), message.size(), secret.data());
  sodium_memzero(secret.data(), secret.size());
  return signature;
}

bool verifySignature(const PublicKey& key, Bytes message, const Signature& signature) {
  return crypto_sign_verify_detached(signature.bytes.data(), raw(message), message.size(), key.bytes.data()) == 0;
}

} // namespace facet::storage
