#pragma once

#include <facet/storage/cache_status.h>
#include <facet/sync/release.h>

#include <functional>
#include <optional>

namespace facet::sync {

enum class KeyAnswer { Trust, Refuse };

/// Shows a person the fingerprint of a publisher's key and asks whether it is the right one. Thread: the one that
/// syncs.
using ConfirmKey =
    std::function<Result<KeyAnswer>(const clinical::ReleaseManifest& manifest, const storage::PublicKey& key)>;

/// Where trust in the key of a release may come from.
struct TrustOptions {
  /// The key that somebody vouches for, such as one that came on another way.
  std::optional<storage::PublicKey> given;
  /// Empty where nobody can be asked.
  ConfirmKey confirm;
};

/// Whether a release may go into a cache of this kind. `pinned` is the key of earlier releases of the series.
/// Synthetic releases signed by the demo key need no trust in a demo cache; in any other the demo key has none.
/// Errors: Unauthorized with the reason and what would help; those of `confirm`.
[[nodiscard]] Result<void> checkTrust(const Release& release, storage::CacheKind kind,
                                      const std::optional<storage::PublicKey>& pinned, const TrustOptions& options);

/// A key from a file with 64 hexadecimal digits. Errors: InvalidInput; as systemError.
[[nodiscard]] Result<storage::PublicKey> readPublicKey(const std::filesystem::path& path);

} // namespace facet::sync
