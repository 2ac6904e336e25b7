#pragma once

#include <facet/core/result.h>
#include <facet/storage/secret.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>

namespace facet::storage {

/// What guards the key of a cache.
enum class Protection {
  None,          ///< the demo cache: synthetic data, opens without asking
  KeyFile,       ///< a file that the user keeps
  SecretService, ///< the desktop's keyring
  Passphrase
};

/// What a person is asked for.
enum class PassphraseQuestion {
  Open,  ///< the passphrase of this cache
  New,   ///< one for a new cache
  Repeat ///< the new one again
};

/// Asks a person; `attempt` counts from 1. Returns Cancelled when the person gives up. Thread: the one that opens the
/// cache.
using AskPassphrase = std::function<Result<SecretText>(PassphraseQuestion question, int attempt)>;

enum class SecretServiceUse { Allowed, Never };

/// Where the key of a cache may come from.
struct KeyOptions {
  std::optional<std::filesystem::path> keyFile;
  SecretServiceUse secretService = SecretServiceUse::Allowed;
  /// Empty where nobody can be asked.
  AskPassphrase askPassphrase;
  /// How long the session bus and the secret service may take to answer when no person has to do anything.
  std::chrono::milliseconds servicePatience = std::chrono::seconds(3);
};

/// A new passphrase has at least this many bytes.
inline constexpr std::size_t kShortestPassphrase = 8;

/// The key in a file of 64 hexadecimal digits. The file must be readable by its owner alone (mode 0600 or 0400), or be
/// a pipe. Errors: Unauthorized where others can read it; InvalidInput for other content; as systemError.
[[nodiscard]] Result<SecretKey> readKeyFile(const std::filesystem::path& path);

} // namespace facet::storage
