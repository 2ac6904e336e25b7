#include <facet/core/files.h>
#include <facet/storage/demo_key.h>
#include <facet/sync/trust.h>

namespace facet::sync {
namespace {

Error distrusted(const Release& release, const Message& reason) {
  return {ErrorCode::Unauthorized, displayName(release.folder()), reason};
}

Result<void> askAboutKey(const Release& release, const ConfirmKey& confirm) {
  if (!confirm) {
    return distrusted(release,
                      FACET_TEXT("sync", "is signed with a key that is not known yet, fingerprint %1; compare it "
                                         "with the publisher's and give the key as a file to trust")
                          .with(release.key().fingerprint()));
  }
  const auto answer = confirm(release.manifest(), release.key());
  if (!answer) {
    return answer.error();
  }
  if (*answer == KeyAnswer::Refuse) {
    return distrusted(release, FACET_TEXT("sync", "is signed with a key that you do not trust, fingerprint %1")
                                   .with(release.key().fingerprint()));
  }
  return {};
}

} // namespace

Result<void> checkTrust(const Release& release, storage::CacheKind kind,
                        const std::optional<storage::PublicKey>& pinned, const TrustOptions& options) {
  const storage::PublicKey& key = release.key();
  const bool demoKey = key == storage::demoSigningKey().publicKey();
  if (kind == storage::CacheKind::Demo && !release.manifest().demo) {
    return distrusted(release, FACET_TEXT("sync", "is no synthetic release, and a demo cache takes no others; choose a "
                                                  "protected cache"));
  }
  if (kind != storage::CacheKind::Demo && demoKey) {
    return distrusted(release, FACET_TEXT("sync", "is signed with the demo key, which everybody has; it is trusted in "
                                                  "demo caches alone"));
  }
  if (options.given && *options.given != key) {
    return distrusted(release, FACET_TEXT("sync", "is signed with the key %1, and the key to trust is %2")
                                   .with(key.fingerprint(), options.given->fingerprint()));
  }
  if (options.given || pinned == key || (demoKey && !pinned)) {
    return {};
  }
  if (pinned) {
    return distrusted(release,
                      FACET_TEXT("sync", "is signed with the key %1, and earlier ones of this publisher with %2; "
                                         "if the publisher has changed its key, give it as a file to trust")
                          .with(key.fingerprint(), pinned->fingerprint()));
  }
  return askAboutKey(release, options.confirm);
}

Result<storage::PublicKey> readPublicKey(const std::filesystem::path& path) {
  constexpr std::uint64_t limit = 4096;
  const auto text = readFile(path, limit);
  if (!text) {
    return text.error();
  }
  auto key = storage::PublicKey::fromHex(*text);
  if (!key) {
    Error error = key.error();
    error.subject = displayName(path);
    return error;
  }
  return key;
}

} // namespace facet::sync
