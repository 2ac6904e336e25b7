#include "key_store.h"

#include "secret_service.h"

#include <facet/core/files.h>

#include <sodium.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace facet::storage {
namespace {

constexpr int kAttempts = 3;

std::string_view nameOf(Protection protection) {
  switch (protection) {
  case Protection::None:
    return "none";
  case Protection::KeyFile:
    return "key-file";
  case Protection::SecretService:
    return "secret-service";
  case Protection::Passphrase:
    break;
  }
  return "passphrase";
}

/// What a seal is bound to: neither the mark of a demo cache nor the protection can be changed afterwards.
std::string associatedData(const KeyDocument& document, Protection protection) {
  std::string text = "facet key 1|";
  text += document.id;
  text += document.kind == CacheKind::Demo ? "|demo|" : "|protected|";
  text += nameOf(protection);
  return text;
}

const unsigned char* raw(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

/// The demo cache's seal is no secret; it only keeps one way of opening caches.
SecretKey demoSealingKey() {
  constexpr std::array<std::uint8_t, SecretKey::kBytes> nothing{};
  return SecretKey::fromBytes(nothing).derive("facet demo cache");
}

void seal(SealedKey& into, const KeyDocument& document, const SecretKey& key, const SecretKey& sealingKey) {
  randombytes_buf(into.nonce.data(), into.nonce.size());
  const std::string data = associatedData(document, into.protection);
  crypto_aead_xchacha20poly1305_ietf_encrypt(into.sealed.data(), nullptr, key.bytes().data(), SecretKey::kBytes,
                                             raw(data), data.size(), nullptr, into.nonce.data(),
                                             sealingKey.bytes().data());
}

std::optional<SecretKey> unseal(const SealedKey& sealed, const KeyDocument& document, const SecretKey& sealingKey) {
  std::array<std::uint8_t, SecretKey::kBytes> bytes{};
  const std::string data = associatedData(document, sealed.protection);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes.data(), nullptr, nullptr, sealed.sealed.data(),
                                                 sealed.sealed.size(), raw(data), data.size(), sealed.nonce.data(),
                                                 sealingKey.bytes().data()) != 0) {
    return std::nullopt;
  }
  SecretKey key = SecretKey::fromBytes(bytes);
  sodium_memzero(bytes.data(), bytes.size());
  return key;
}

Result<SecretKey> stretch(const SecretText& passphrase, const SealedKey& sealed) {
  std::array<std::uint8_t, SecretKey::kBytes> bytes{};
  if (crypto_pwhash(bytes.data(), bytes.size(), passphrase.view().data(), passphrase.view().size(), sealed.salt.data(),
                    sealed.operations, sealed.memoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return Error{ErrorCode::Io,
                 {},
                 FACET_TEXT("storage", "not enough memory to check a passphrase: %1 MiB are needed")
                     .with(sealed.memoryBytes / 1048576)};
  }
  SecretKey key = SecretKey::fromBytes(bytes);
  sodium_memzero(bytes.data(), bytes.size());
  return key;
}

Error unauthorized(const Message& reason) {
  return {ErrorCode::Unauthorized, {}, reason};
}

Result<SecretText> askForNewPassphrase(const AskPassphrase& ask) {
  for (int attempt = 1; attempt <= kAttempts; ++attempt) {
    auto first = ask(PassphraseQuestion::New, attempt);
    if (!first) {
      return first;
    }
    if (first->view().size() < kShortestPassphrase) {
      continue;
    }
    const auto second = ask(PassphraseQuestion::Repeat, attempt);
    if (!second) {
      return second.error();
    }
    if (*first == *second) {
      return first;
    }
  }
  return unauthorized(
      FACET_TEXT("storage", "no passphrase of at least %1 bytes was given twice alike").with(kShortestPassphrase));
}

const SealedKey* find(const KeyDocument& document, Protection protection) {
  const auto found = std::find_if(document.keys.begin(), document.keys.end(),
                                  [protection](const SealedKey& key) { return key.protection == protection; });
  return found == document.keys.end() ? nullptr : &*found;
}

Result<SecretKey> openByPassphrase(const KeyDocument& document, const SealedKey& sealed, const AskPassphrase& ask) {
  for (int attempt = 1; attempt <= kAttempts; ++attempt) {
    const auto passphrase = ask(PassphraseQuestion::Open, attempt);
    if (!passphrase) {
      return passphrase.error();
    }
    const auto sealingKey = stretch(*passphrase, sealed);
    if (!sealingKey) {
      return sealingKey.error();
    }
    if (auto key = unseal(sealed, document, *sealingKey)) {
      return std::move(*key);
    }
  }
  return unauthorized(FACET_TEXT("storage", "the passphrase does not open this cache"));
}

} // namespace

Result<void> sealByPassphrase(KeyDocument& document, const SecretKey& key, const AskPassphrase& ask) {
  const auto passphrase = askForNewPassphrase(ask);
  if (!passphrase) {
    return passphrase.error();
  }
  SealedKey sealed;
  sealed.protection = Protection::Passphrase;
  randombytes_buf(sealed.salt.data(), sealed.salt.size());
  sealed.operations = crypto_pwhash_OPSLIMIT_MODERATE;
  sealed.memoryBytes = crypto_pwhash_MEMLIMIT_MODERATE;
  const auto sealingKey = stretch(*passphrase, sealed);
  if (!sealingKey) {
    return sealingKey.error();
  }
  seal(sealed, document, key, *sealingKey);
  std::erase_if(document.keys, [](const SealedKey& old) { return old.protection == Protection::Passphrase; });
  document.keys.push_back(sealed);
  return {};
}

Result<NewKey> createKey(CacheKind kind, const KeyOptions& options) {
  NewKey made{{}, SecretKey::random()};
  std::array<std::uint8_t, 16> id{};
  randombytes_buf(id.data(), id.size());
  made.document.kind = kind;
  for (const std::uint8_t byte : id) {
    constexpr std::string_view digits = "0123456789abcdef";
    made.document.id += {digits[byte >> 4U], digits[byte & 15U]};
  }
  SealedKey sealed;
  if (kind == CacheKind::Demo) {
    sealed.protection = Protection::None;
    seal(sealed, made.document, made.key, demoSealingKey());
    made.document.keys.push_back(sealed);
    return made;
  }
  if (options.keyFile) {
    const auto sealingKey = readKeyFile(*options.keyFile);
    if (!sealingKey) {
      return sealingKey.error();
    }
    sealed.protection = Protection::KeyFile;
    seal(sealed, made.document, made.key, *sealingKey);
    made.document.keys.push_back(sealed);
    return made;
  }
  if (options.secretService == SecretServiceUse::Allowed) {
    const SecretKey sealingKey = SecretKey::random();
    if (keepSecret(made.document.id, "Facet cache " + made.document.id, sealingKey, options.servicePatience)) {
      sealed.protection = Protection::SecretService;
      seal(sealed, made.document, made.key, sealingKey);
      made.document.keys.push_back(sealed);
      return made;
    }
  }
  if (options.askPassphrase) {
    if (auto byPassphrase = sealByPassphrase(made.document, made.key, options.askPassphrase); !byPassphrase) {
      return byPassphrase.error();
    }
    return made;
  }
  return unauthorized(FACET_TEXT("storage",
                                 "a new cache needs a key: give a key file, or a passphrase on a terminal, or "
                                 "start a secret service (none answers)"));
}

Result<SecretKey> openKey(const KeyDocument& document, const KeyOptions& options) {
  if (document.kind == CacheKind::Demo) {
    const SealedKey* sealed = find(document, Protection::None);
    auto key = sealed == nullptr ? std::nullopt : unseal(*sealed, document, demoSealingKey());
    if (key) {
      return std::move(*key);
    }
    return unauthorized(FACET_TEXT("storage", "is marked as a demo cache and is none"));
  }
  if (options.keyFile) {
    const auto sealingKey = readKeyFile(*options.keyFile);
    if (!sealingKey) {
      return sealingKey.error();
    }
    const SealedKey* sealed = find(document, Protection::KeyFile);
    if (sealed == nullptr) {
      return unauthorized(FACET_TEXT("storage", "this cache was not made with a key file"));
    }
    if (auto key = unseal(*sealed, document, *sealingKey)) {
      return std::move(*key);
    }
    return unauthorized(FACET_TEXT("storage", "the key file does not open this cache"));
  }
  std::optional<Error> serviceFailure;
  if (const SealedKey* sealed = find(document, Protection::SecretService)) {
    const auto sealingKey = options.secretService == SecretServiceUse::Allowed
                                ? findSecret(document.id, options.servicePatience)
                                : Result<SecretKey>(Error{ErrorCode::Unsupported, {}, {}});
    auto key = sealingKey ? unseal(*sealed, document, *sealingKey) : std::nullopt;
    if (key) {
      return std::move(*key);
    }
    serviceFailure = sealingKey
                         ? unauthorized(FACET_TEXT("storage", "the key in the secret service does not open this cache"))
                     : sealingKey.error().code == ErrorCode::Unsupported
                         ? unauthorized(FACET_TEXT("storage", "its key is in the secret service, and none answers"))
                         : sealingKey.error();
  }
  if (const SealedKey* sealed = find(document, Protection::Passphrase); sealed != nullptr && options.askPassphrase) {
    return openByPassphrase(document, *sealed, options.askPassphrase);
  }
  if (serviceFailure) {
    return *serviceFailure;
  }
  return unauthorized(find(document, Protection::KeyFile) != nullptr
                          ? FACET_TEXT("storage", "its key is in a key file, which was not given")
                          : FACET_TEXT("storage", "it opens with a passphrase, and there is nobody to ask"));
}

} // namespace facet::storage
