#include "release_files.h"

#include <facet/core/files.h>
#include <facet/core/parallel.h>

#include <cerrno>
#include <mutex>
#include <optional>

namespace facet::synthetic {

namespace fs = std::filesystem;

Result<OutputFile> OutputFile::create(const fs::path& path) {
  std::error_code failure;
  fs::create_directories(path.parent_path(), failure);
  if (failure) {
    return systemError(path.parent_path(), failure.value());
  }
  std::FILE* file = std::fopen(path.c_str(), "wbe");
  if (file == nullptr) {
    return systemError(path, errno);
  }
  return OutputFile(path, file);
}

Result<void> OutputFile::write(std::string_view bytes) {
  m_hash.update(storage::bytesOf(bytes));
  m_size += bytes.size();
  if (std::fwrite(bytes.data(), 1, bytes.size(), m_file.get()) != bytes.size()) {
    return systemError(m_path, errno);
  }
  return {};
}

Result<storage::Digest> OutputFile::finish() {
  const bool flushed = std::fflush(m_file.get()) == 0;
  const int failure = errno;
  if (std::fclose(m_file.release()) != 0 || !flushed) {
    return systemError(m_path, flushed ? errno : failure);
  }
  return m_hash.finish();
}

Result<void> ReleaseFiles::put(const std::string& path, std::string_view bytes) {
  auto file = OutputFile::create(m_root / path);
  if (!file) {
    return file.error();
  }
  if (auto written = file->write(bytes); !written) {
    return written;
  }
  const auto digest = file->finish();
  if (!digest) {
    return digest.error();
  }
  note(path, *digest);
  return {};
}

Result<void> ReleaseFiles::hashBelow(const std::string& folder, Progress& progress) {
  std::vector<fs::path> paths;
  std::error_code failure;
  for (fs::recursive_directory_iterator walk(m_root / folder, failure);
       !failure && walk != fs::recursive_directory_iterator(); walk.increment(failure)) {
    std::error_code unknown;
    if (walk->is_regular_file(unknown)) {
      paths.push_back(walk->path());
    }
  }
  if (failure) {
    return systemError(m_root / folder, failure.value());
  }
  std::mutex mutex;
  std::optional<Error> first;
  parallelFor(paths.size(), 1, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      NullProgress none;
      const auto digest =
          progress.stopRequested() ? Result<storage::Digest>(cancelledError()) : storage::sha256OfFile(paths[i], none);
      const std::lock_guard lock(mutex);
      if (digest) {
        note(displayName(paths[i].lexically_relative(m_root)), *digest);
      } else if (!first) {
        first = digest.error();
      }
    }
  });
  if (first) {
    return *first;
  }
  return {};
}

std::string ReleaseFiles::sums() const {
  std::string text;
  for (const auto& [path, digest] : m_digests) {
    text += digest.toHex() + "  " + path + "\n";
  }
  return text;
}

std::string ResourceFiles::pathOf(std::size_t number) const {
  const std::string middle = number == 0 ? "" : "." + std::to_string(number);
  return m_folder + "/" + m_type + middle + ".ndjson";
}

Result<void> ResourceFiles::closeCurrent() {
  const auto digest = m_current->finish();
  m_current.reset();
  if (!digest) {
    return digest.error();
  }
  m_digests.push_back(*digest);
  return {};
}

Result<void> ResourceFiles::append(std::string_view lines, std::int64_t count) {
  if (m_current && m_current->size() + lines.size() > m_limit) {
    if (auto closed = closeCurrent(); !closed) {
      return closed;
    }
    if (m_digests.size() == 1) {
      // The first file has no number until there is a second one.
      std::error_code failure;
      fs::rename(m_files.root() / pathOf(0), m_files.root() / pathOf(1), failure);
      if (failure) {
        return systemError(m_files.root() / pathOf(1), failure.value());
      }
    }
  }
  if (!m_current) {
    auto file = OutputFile::create(m_files.root() / pathOf(m_digests.empty() ? 0 : m_digests.size() + 1));
    if (!file) {
      return file.error();
    }
    m_current = std::make_unique<OutputFile>(std::move(*file));
    m_counts.push_back(0);
  }
  m_counts.back() += count;
  return m_current->write(lines);
}

Result<std::vector<clinical::ManifestFile>> ResourceFiles::finish() {
  if (m_current) {
    if (auto closed = closeCurrent(); !closed) {
      return closed.error();
    }
  }
  std::vector<clinical::ManifestFile> named;
  for (std::size_t i = 0; i < m_digests.size(); ++i) {
    const std::string path = pathOf(m_digests.size() == 1 ? 0 : i + 1);
    m_files.note(path, m_digests[i]);
    named.push_back({m_type, path, m_counts[i]});
  }
  return named;
}

} // namespace facet::synthetic
