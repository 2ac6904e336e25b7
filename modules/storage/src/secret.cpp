#include "hex.h"

#include <facet/storage/secret.h>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <new>

namespace facet::storage {

void SecretKey::Release::operator()(std::uint8_t* bytes) const {
  sodium_free(bytes);
}

SecretKey::SecretKey() {
  if (sodium_init() < 0) {
    throw std::bad_alloc();
  }
  m_bytes.reset(static_cast<std::uint8_t*>(sodium_malloc(kBytes)));
  if (!m_bytes) {
    throw std::bad_alloc();
  }
}

SecretKey SecretKey::random() {
  SecretKey key;
  randombytes_buf(key.m_bytes.get(), kBytes);
  return key;
}

SecretKey SecretKey::fromBytes(View bytes) {
  SecretKey key;
  std::copy(bytes.begin(), bytes.end(), key.m_bytes.get());
  return key;
}

Result<SecretKey> SecretKey::fromHex(std::string_view text) {
  SecretKey key;
  if (!storage::fromHex(text, std::span(key.m_bytes.get(), kBytes))) {
    return Error{ErrorCode::InvalidInput, {}, FACET_TEXT("storage", "a key has 64 hexadecimal digits")};
  }
  return key;
}

SecretKey SecretKey::derive(std::string_view purpose) const {
  SecretKey key;
  crypto_generichash(key.m_bytes.get(), kBytes, reinterpret_cast<const unsigned char*>(purpose.data()), purpose.size(),
                     m_bytes.get(), kBytes);
  return key;
}

bool SecretKey::operator==(const SecretKey& other) const {
  return sodium_memcmp(m_bytes.get(), other.m_bytes.get(), kBytes) == 0;
}

SecretText::SecretText(SecretText&& other) noexcept
    : m_text(other.m_text) {
  sodium_memzero(other.m_text.data(), other.m_text.size());
  other.m_text.clear();
}

SecretText& SecretText::operator=(SecretText&& other) noexcept {
  if (this != &other) {
    sodium_memzero(m_text.data(), m_text.size());
    // Swapped rather than moved: a short text would leave its bytes behind.
    m_text.clear();
    m_text.swap(other.m_text);
  }
  return *this;
}

SecretText::~SecretText() {
  sodium_memzero(m_text.data(), m_text.size());
}

} // namespace facet::storage
