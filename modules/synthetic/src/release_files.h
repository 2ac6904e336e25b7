#pragma once

#include <facet/clinical/release_manifest.h>
#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/storage/digest.h>

#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace facet::synthetic {

/// The files of a release with their digests, hashed as they are written.
class ReleaseFiles {
public:
  explicit ReleaseFiles(std::filesystem::path root)
      : m_root(std::move(root)) {}

  [[nodiscard]] const std::filesystem::path& root() const { return m_root; }

  /// Writes a small file. Errors: as systemError.
  [[nodiscard]] Result<void> put(const std::string& path, std::string_view bytes);
  /// Takes the digest of a file that was written otherwise.
  void note(const std::string& path, const storage::Digest& digest) { m_digests[path] = digest; }
  /// Hashes every file below a folder of the release. Errors: Cancelled; as systemError.
  [[nodiscard]] Result<void> hashBelow(const std::string& folder, Progress& progress);

  /// The text of SHA256SUMS, in the order of `LC_ALL=C sort` by path.
  [[nodiscard]] std::string sums() const;

private:
  std::filesystem::path m_root;
  std::map<std::string, storage::Digest> m_digests;
};

/// Writes bytes to a file and hashes them.
class OutputFile {
public:
  /// Errors: as systemError.
  static Result<OutputFile> create(const std::filesystem::path& path);

  [[nodiscard]] Result<void> write(std::string_view bytes);
  [[nodiscard]] Result<storage::Digest> finish();
  [[nodiscard]] std::uint64_t size() const { return m_size; }

private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  OutputFile(std::filesystem::path path, std::FILE* file)
      : m_path(std::move(path))
      , m_file(file) {}

  std::filesystem::path m_path;
  std::unique_ptr<std::FILE, Closer> m_file;
  storage::Sha256 m_hash;
  std::uint64_t m_size = 0;
};

/// The NDJSON files of one resource type: one, or several numbered ones where it grows over the limit.
class ResourceFiles {
public:
  ResourceFiles(ReleaseFiles& files, std::string folder, std::string type, std::uint64_t limit)
      : m_files(files)
      , m_folder(std::move(folder))
      , m_type(std::move(type))
      , m_limit(limit) {}

  /// Appends whole lines. Errors: as systemError.
  [[nodiscard]] Result<void> append(std::string_view lines, std::int64_t count);
  /// Closes the last file and names all.
  [[nodiscard]] Result<std::vector<clinical::ManifestFile>> finish();

private:
  [[nodiscard]] std::string pathOf(std::size_t number) const;
  [[nodiscard]] Result<void> closeCurrent();

  ReleaseFiles& m_files;
  std::string m_folder;
  std::string m_type;
  std::uint64_t m_limit;
  std::unique_ptr<OutputFile> m_current;
  std::vector<storage::Digest> m_digests;
  std::vector<std::int64_t> m_counts;
};

} // namespace facet::synthetic
