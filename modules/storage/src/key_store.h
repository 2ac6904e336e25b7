#pragma once

#include <facet/storage/bytes.h>
#include <facet/storage/cache_status.h>
#include <facet/storage/key_options.h>
#include <facet/storage/secret.h>

#include <array>
#include <string>
#include <vector>

/// key.json: the cache's key, sealed once for each protection. Opening a seal proves the key, so a wrong key and a
/// damaged database can be told apart, which SQLCipher cannot do.
namespace facet::storage {

/// The cache's key, sealed under another key that the protection yields.
struct SealedKey {
  Protection protection = Protection::None;
  /// Of Argon2id; used for passphrases only.
  std::array<std::uint8_t, 16> salt{};
  std::uint64_t operations = 0;
  std::uint64_t memoryBytes = 0;
  std::array<std::uint8_t, 24> nonce{};
  /// XChaCha20-Poly1305 over the key, with id, kind and protection as associated data.
  std::array<std::uint8_t, 48> sealed{};
};

struct KeyDocument {
  std::string id; ///< of the cache, 32 hexadecimal digits
  CacheKind kind = CacheKind::Protected;
  std::vector<SealedKey> keys;
};

/// Reads key.json, or its copy where key.json is gone or damaged.
/// Errors: NotFound where neither is there; Corrupt where neither is whole; Unsupported for a newer format.
[[nodiscard]] Result<KeyDocument> readKeyDocument(const std::filesystem::path& folder);
/// Writes key.json and its copy.
Result<void> writeKeyDocument(const std::filesystem::path& folder, const KeyDocument& document);

struct NewKey {
  KeyDocument document;
  SecretKey key;
};
/// A new key, sealed by what the options offer: nothing for a demo cache; else the key file, the secret service or a
/// passphrase, in this order. Errors: Unauthorized, naming what is needed, where the options offer nothing.
[[nodiscard]] Result<NewKey> createKey(CacheKind kind, const KeyOptions& options);

/// The cache's key. Errors: Unauthorized for a key or passphrase that does not fit, or where what is needed is not
/// offered; Cancelled when the person gives up.
[[nodiscard]] Result<SecretKey> openKey(const KeyDocument& document, const KeyOptions& options);

/// Adds a passphrase, or replaces the one there is. Errors: as createKey.
Result<void> sealByPassphrase(KeyDocument& document, const SecretKey& key, const AskPassphrase& ask);

} // namespace facet::storage
