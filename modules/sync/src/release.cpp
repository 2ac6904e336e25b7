#include "checksums.h"
#include "input_file.h"
#include "release_files.h"
#include "release_path.h"

#include <facet/core/files.h>
#include <facet/core/text.h>
#include <facet/sync/release.h>

#include <algorithm>
#include <array>

namespace facet::sync {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kSumsLimit = std::int64_t{256} << 20;
constexpr std::int64_t kManifestLimit = std::int64_t{8} << 20;
constexpr std::int64_t kSmallLimit = 4096;
/// Strays that are named one by one.
constexpr std::size_t kStraysNamed = 100;

constexpr const char* kSums = "SHA256SUMS";
constexpr const char* kSignature = "SHA256SUMS.sig";
constexpr const char* kKey = "keys/release.pub";
constexpr const char* kManifest = "manifest.json";

Result<std::string> readPart(const fs::path& root, const char* name, std::int64_t limit, const Progress& progress) {
  auto file = InputFile::openInside(root, name);
  if (!file) {
    return file.error();
  }
  return file->readAll(limit, progress);
}

Error about(Error error, const char* name) {
  if (error.subject.empty()) {
    error.subject = name;
  }
  return error;
}

Result<fs::path> findFolder(const fs::path& folder) {
  std::error_code failure;
  auto root = fs::canonical(folder, failure);
  if (failure) {
    return systemError(folder, failure.value());
  }
  if (!fs::is_directory(root, failure)) {
    return Error{ErrorCode::InvalidInput, displayName(folder), FACET_TEXT("sync", "is no folder")};
  }
  if (!fs::exists(root / kSums, failure) || !fs::exists(root / kManifest, failure)) {
    return Error{ErrorCode::NotFound, displayName(folder),
                 FACET_TEXT("sync", "is no release: it has no manifest.json with SHA256SUMS")};
  }
  return root;
}

/// The key in the release, after its signature over the checksums was found to hold.
Result<storage::PublicKey> checkSignature(const fs::path& root, const std::string& sums, const Progress& progress) {
  const auto keyText = readPart(root, kKey, kSmallLimit, progress);
  if (!keyText) {
    return keyText.error();
  }
  const auto key = storage::PublicKey::fromHex(*keyText);
  if (!key) {
    return about(key.error(), kKey);
  }
  const auto bytes = readPart(root, kSignature, kSmallLimit, progress);
  if (!bytes) {
    return bytes.error();
  }
  const auto signature = storage::Signature::fromBytes(storage::bytesOf(*bytes));
  if (!signature) {
    return about(signature.error(), kSignature);
  }
  if (!storage::verifySignature(*key, storage::bytesOf(sums), *signature)) {
    return Error{
        ErrorCode::Unauthorized, kSums,
        FACET_TEXT("sync", "was changed after it was signed, or signed with another key than keys/release.pub")};
  }
  return *key;
}

Result<clinical::ReleaseManifest> checkManifest(const fs::path& root, const ReleaseFiles& files,
                                                const Progress& progress) {
  const auto bytes = readPart(root, kManifest, kManifestLimit, progress);
  if (!bytes) {
    return bytes.error();
  }
  const storage::Digest* promised = files.digestOf(kManifest);
  if (promised == nullptr) {
    return Error{ErrorCode::Unauthorized, kManifest, FACET_TEXT("sync", "has no checksum in SHA256SUMS")};
  }
  if (storage::sha256(storage::bytesOf(*bytes)) != *promised) {
    return Error{ErrorCode::Unauthorized, kManifest, FACET_TEXT("sync", "has another content than its checksum says")};
  }
  const auto text = decodeText(*bytes);
  if (!text) {
    return about(text.error(), kManifest);
  }
  auto manifest = clinical::readManifest(*text);
  if (!manifest) {
    return about(manifest.error(), kManifest);
  }
  return manifest;
}

/// Why a file that the manifest names cannot be read, or nothing.
std::optional<Error> manifestFault(const fs::path& root, const ReleaseFiles& files, const std::string& path) {
  const auto refuse = [&](const Message& reason) {
    return Error{ErrorCode::InvalidInput, path, reason, FACET_TEXT("sync", "in manifest.json")};
  };
  if (const auto fault = pathFault(path)) {
    return refuse(*fault);
  }
  if (isTruth(path)) {
    return refuse(FACET_TEXT("sync", "lies in truth/, which is never read"));
  }
  if (files.digestOf(path) == nullptr) {
    return refuse(FACET_TEXT("sync", "has no checksum in SHA256SUMS"));
  }
  std::error_code failure;
  if (!fs::exists(root / path, failure)) {
    return refuse(FACET_TEXT("sync", "is named in the manifest but is not there"));
  }
  return std::nullopt;
}

} // namespace

struct Release::State {
  fs::path root;
  clinical::ReleaseManifest manifest;
  storage::PublicKey key;
  storage::Digest identity;
  ReleaseFiles files;
  std::vector<Error> refused;
};

const storage::Digest* ReleaseFiles::digestOf(std::string_view path) const {
  const auto found = std::lower_bound(all.begin(), all.end(), path,
                                      [](const Checksum& file, std::string_view name) { return file.path < name; });
  return found != all.end() && found->path == path ? &found->sha256 : nullptr;
}

int readingOrder(std::string_view type) {
  // Administrations and side effects name treatments; groups name people.
  constexpr std::array<std::string_view, 2> first = {"Patient", "MedicationStatement"};
  const auto* const found = std::find(first.begin(), first.end(), type);
  return type == "Group" ? static_cast<int>(first.size()) + 1 : static_cast<int>(found - first.begin());
}

Result<Release> Release::open(const fs::path& folder, Progress& progress) {
  const auto root = findFolder(folder);
  if (!root) {
    return root.error();
  }
  const auto sums = readPart(*root, kSums, kSumsLimit, progress);
  if (!sums) {
    return sums.error();
  }
  const auto key = checkSignature(*root, *sums, progress);
  if (!key) {
    return key.error();
  }
  const auto text = decodeText(*sums);
  if (!text) {
    return about(text.error(), kSums);
  }
  auto parsed = parseChecksums(*text);
  if (!parsed) {
    return parsed.error();
  }
  State state{*root, {}, *key, storage::sha256(storage::bytesOf(*sums)), {}, std::move(parsed->refused)};
  state.files.all = std::move(parsed->files);
  auto manifest = checkManifest(*root, state.files, progress);
  if (!manifest) {
    return manifest.error();
  }
  state.manifest = std::move(*manifest);
  for (const clinical::ManifestFile& file : state.manifest.output) {
    if (auto fault = manifestFault(*root, state.files, file.path)) {
      state.refused.push_back(std::move(*fault));
    } else {
      state.files.resources.push_back(file);
    }
  }
  std::stable_sort(state.files.resources.begin(), state.files.resources.end(),
                   [](const auto& a, const auto& b) { return readingOrder(a.type) < readingOrder(b.type); });
  for (const std::string& path : state.manifest.deleted) {
    if (auto fault = manifestFault(*root, state.files, path)) {
      state.refused.push_back(std::move(*fault));
    } else {
      state.files.deletions.push_back(path);
    }
  }
  return Release(std::make_shared<const State>(std::move(state)));
}

const fs::path& Release::folder() const {
  return m_state->root;
}

const clinical::ReleaseManifest& Release::manifest() const {
  return m_state->manifest;
}

const storage::PublicKey& Release::key() const {
  return m_state->key;
}

const storage::Digest& Release::identity() const {
  return m_state->identity;
}

const std::vector<Error>& Release::refused() const {
  return m_state->refused;
}

const ReleaseFiles& Release::files() const {
  return m_state->files;
}

Result<std::vector<Notice>> findStrays(const Release& release, const Progress& progress) {
  std::vector<Notice> strays;
  std::size_t unnamed = 0;
  std::error_code failure;
  fs::recursive_directory_iterator walk(release.folder(), fs::directory_options::skip_permission_denied, failure);
  for (; !failure && walk != fs::recursive_directory_iterator(); walk.increment(failure)) {
    if (progress.stopRequested()) {
      return cancelledError();
    }
    const std::string path = displayName(walk->path().lexically_relative(release.folder()));
    std::error_code unknown;
    // What a version control or a file manager keeps for itself.
    if (walk->path().filename().string().starts_with('.')) {
      walk.disable_recursion_pending();
      continue;
    }
    if (walk->is_directory(unknown) && !walk->is_symlink(unknown)) {
      if (isTruth(path)) {
        walk.disable_recursion_pending();
      }
      continue;
    }
    if (path == kSums || path == kSignature || isTruth(path) || release.files().digestOf(path) != nullptr) {
      continue;
    }
    if (strays.size() < kStraysNamed) {
      strays.push_back({path, FACET_TEXT("sync", "has no checksum in SHA256SUMS and is passed over"), {}});
    } else {
      ++unnamed;
    }
  }
  if (failure) {
    return systemError(release.folder(), failure.value());
  }
  if (unnamed > 0) {
    strays.push_back({displayName(release.folder()),
                      FACET_TEXT("sync", "has %1 more files without a checksum, which are passed over").with(unnamed),
                      {}});
  }
  return strays;
}

} // namespace facet::sync
