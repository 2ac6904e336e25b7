#include "release_folder.h"

#include <facet/clinical/release_manifest.h>
#include <facet/core/files.h>
#include <facet/core/text.h>
#include <facet/storage/demo_key.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <set>
#include <sys/file.h>
#include <unistd.h>

namespace facet::synthetic {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPart = ".facet-demo-part";
/// What a release has on its first level, the signature first: without it the rest is no release.
constexpr std::array<std::string_view, 8> kEntries = {"SHA256SUMS.sig", "SHA256SUMS", "manifest.json", "fhir",
                                                      "bids",           "dict",       "keys",          "truth"};
constexpr std::uint64_t kLimit = std::uint64_t{256} << 20;

Error failureOf(const fs::path& path, const std::error_code& failure) {
  return systemError(path, failure.value());
}

Error otherFiles(const fs::path& folder, const fs::path& example) {
  return {ErrorCode::Conflict, displayName(folder),
          FACET_TEXT("synthetic", "holds files that are no demo release, such as %1; choose an empty folder")
              .with(displayName(example.lexically_relative(folder)))};
}

bool isEntry(const fs::path& name) {
  return std::find(kEntries.begin(), kEntries.end(), name.native()) != kEntries.end();
}

bool isDemoRelease(const fs::path& folder) {
  const auto manifestText = readFile(folder / "manifest.json", kLimit);
  const auto key = readFile(folder / "keys/release.pub", 4096);
  if (!manifestText || !key) {
    return false;
  }
  const auto manifest = clinical::readManifest(*manifestText);
  return manifest && manifest->demo && trimText(*key) == storage::demoSigningKey().publicKey().toHex();
}

/// A file in the release's own folders that is none of its files, or nothing.
Result<std::optional<fs::path>> findForeign(const fs::path& folder) {
  const auto sums = readFile(folder / "SHA256SUMS", kLimit);
  if (!sums) {
    return sums.error();
  }
  std::set<std::string, std::less<>> known;
  for (const std::string_view line : splitText(*sums, '\n')) {
    if (line.size() > 66) {
      known.emplace(line.substr(66));
    }
  }
  for (const std::string_view entry : kEntries) {
    std::error_code failure;
    if (entry == "truth" || !fs::is_directory(folder / entry, failure)) {
      continue;
    }
    for (fs::recursive_directory_iterator walk(folder / entry, failure);
         !failure && walk != fs::recursive_directory_iterator(); walk.increment(failure)) {
      std::error_code unknown;
      const bool isFolder = walk->is_directory(unknown) && !walk->is_symlink(unknown);
      if (!isFolder && !known.contains(displayName(walk->path().lexically_relative(folder)))) {
        return std::optional(walk->path());
      }
    }
    if (failure) {
      return failureOf(folder / entry, failure);
    }
  }
  return std::optional<fs::path>();
}

/// Whether what lies in the folder may be taken away.
Result<void> checkContent(const fs::path& folder) {
  std::error_code failure;
  std::optional<fs::path> other;
  bool part = false;
  bool entries = false;
  for (fs::directory_iterator walk(folder, failure); !failure && walk != fs::directory_iterator();
       walk.increment(failure)) {
    if (walk->path().filename() == kPart) {
      part = true;
    } else if (isEntry(walk->path().filename())) {
      entries = true;
    } else {
      other = walk->path();
    }
  }
  if (failure) {
    return failureOf(folder, failure);
  }
  if (!entries && !other) {
    return {};
  }
  // One that was interrupted while it was put in place has lost its signature.
  std::error_code unknown;
  const bool interrupted = part && !fs::exists(folder / "SHA256SUMS.sig", unknown);
  if (!entries || (!interrupted && !isDemoRelease(folder))) {
    return otherFiles(folder, other ? *other : folder / "manifest.json");
  }
  if (!interrupted) {
    const auto foreign = findForeign(folder);
    if (!foreign) {
      return foreign.error();
    }
    if (*foreign) {
      return otherFiles(folder, **foreign);
    }
  }
  return {};
}

} // namespace

Result<ReleaseFolder> ReleaseFolder::open(const fs::path& folder) {
  std::error_code failure;
  const bool made = fs::create_directories(folder, failure);
  if (failure) {
    return failureOf(folder, failure);
  }
  const fs::path root = fs::canonical(folder, failure);
  if (failure) {
    return failureOf(folder, failure);
  }
  const int lock = ::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock < 0) {
    return systemError(folder, errno);
  }
  if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock);
    return Error{ErrorCode::Locked, displayName(folder),
                 FACET_TEXT("synthetic", "another program is writing a release here")};
  }
  if (auto checked = checkContent(root); !checked) {
    ::close(lock);
    return checked.error();
  }
  ReleaseFolder opened(root, lock, made);
  fs::remove_all(opened.m_part, failure);
  if (!failure) {
    fs::create_directory(opened.m_part, failure);
  }
  if (failure) {
    return failureOf(folder, failure);
  }
  return opened;
}

ReleaseFolder::ReleaseFolder(fs::path folder, int lock, bool made)
    : m_folder(std::move(folder))
    , m_part(m_folder / kPart)
    , m_lock(lock)
    , m_made(made) {}

ReleaseFolder::ReleaseFolder(ReleaseFolder&& other) noexcept
    : m_folder(std::move(other.m_folder))
    , m_part(std::move(other.m_part))
    , m_lock(std::exchange(other.m_lock, -1))
    , m_made(other.m_made) {}

ReleaseFolder::~ReleaseFolder() {
  if (m_lock < 0) {
    return;
  }
  std::error_code failure;
  fs::remove_all(m_part, failure);
  if (m_made) {
    // Only an empty folder can be removed this way.
    ::rmdir(m_folder.c_str());
  }
  ::close(m_lock);
}

Result<void> ReleaseFolder::publish() {
  std::error_code failure;
  for (const std::string_view entry : kEntries) {
    fs::remove_all(m_folder / entry, failure);
    if (failure) {
      return failureOf(m_folder / entry, failure);
    }
  }
  for (auto entry = kEntries.rbegin(); entry != kEntries.rend(); ++entry) {
    std::error_code unknown;
    if (!fs::exists(m_part / *entry, unknown)) {
      continue;
    }
    if (*entry == kEntries.front()) {
      // The signature makes it a release: all else is on the disk before.
      if (auto synced = syncFolder(m_folder); !synced) {
        return synced;
      }
    }
    fs::rename(m_part / *entry, m_folder / *entry, failure);
    if (failure) {
      return failureOf(m_folder / *entry, failure);
    }
  }
  m_made = false;
  return syncFolder(m_folder);
}

} // namespace facet::synthetic
