#pragma once

#include <facet/clinical/release_manifest.h>
#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/storage/digest.h>
#include <facet/storage/signature.h>

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace facet::sync {

struct ReleaseFiles;

/// A consortium release in a folder whose signature holds for its checksums and whose manifest has its checksum.
/// Whether the key is to be trusted is another question (see checkTrust), and each further file is checked when it is
/// read. Copies share it. Thread: any.
class Release {
public:
  /// Reads SHA256SUMS, SHA256SUMS.sig, keys/release.pub and manifest.json. Paths that lead out of the folder, that name
  /// no file on some system or that only case tells apart are refused one by one; `truth/` is passed over.
  /// Errors: NotFound where there is no release; Unauthorized where the signature or the manifest's checksum is wrong;
  /// InvalidInput and Unsupported as parts say that break their format; as systemError; Cancelled.
  static Result<Release> open(const std::filesystem::path& folder, Progress& progress);

  /// The canonical path of the folder.
  [[nodiscard]] const std::filesystem::path& folder() const;
  [[nodiscard]] const clinical::ReleaseManifest& manifest() const;
  /// The key whose signature holds.
  [[nodiscard]] const storage::PublicKey& key() const;
  /// SHA-256 of SHA256SUMS: two releases with the same one are the same to the byte.
  [[nodiscard]] const storage::Digest& identity() const;
  /// What was refused by its name, or is named in the manifest and not there or without a checksum.
  [[nodiscard]] const std::vector<Error>& refused() const;

  /// What the checksums promise; for the module's own use.
  [[nodiscard]] const ReleaseFiles& files() const;

private:
  struct State;
  explicit Release(std::shared_ptr<const State> state)
      : m_state(std::move(state)) {}

  std::shared_ptr<const State> m_state;
};

} // namespace facet::sync
