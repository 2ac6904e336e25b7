#include "record_sync.h"

#include <facet/core/parallel.h>

#include <atomic>

namespace facet::sync {
namespace {

struct Checked {
  storage::ReleaseFile file;
  std::optional<Error> error;
};

Checked refusedFile(const FileFacts& facts, const storage::Digest& promised, Error error) {
  return {{facts.bytes, facts.modifiedNs, promised, storage::FileState::Refused}, std::move(error)};
}

Checked check(const Release& release, const storage::ReleaseWriter& writer, const std::string& path, HashAgain again,
              const Progress& progress) {
  const storage::Digest& promised = *release.files().digestOf(path);
  auto file = InputFile::openInside(release.folder(), path);
  if (!file) {
    return refusedFile({}, promised, file.error());
  }
  const FileFacts facts = file->facts();
  const auto known = writer.files().find(path);
  const auto state = known == writer.files().end() || known->second.sha256 != promised ||
                             known->second.state == storage::FileState::Refused
                         ? storage::FileState::Waiting
                         : known->second.state;
  if (again == HashAgain::Changed && isKnown(writer, path, facts, promised)) {
    return {known->second, {}};
  }
  const auto found = file->digest(progress);
  if (!found) {
    return refusedFile(facts, promised, found.error());
  }
  if (*found != promised) {
    return refusedFile(facts, promised,
                       {ErrorCode::Unauthorized, path,
                        FACET_TEXT("sync", "has another content than its checksum says and is not read")});
  }
  return {{facts.bytes, facts.modifiedNs, promised, state}, {}};
}

} // namespace

bool isKnown(const storage::ReleaseWriter& writer, const std::string& path, const FileFacts& facts,
             const storage::Digest& promised) {
  const auto known = writer.files().find(path);
  return known != writer.files().end() && known->second.state != storage::FileState::Refused &&
         known->second.sha256 == promised && known->second.bytes == facts.bytes &&
         known->second.modifiedNs == facts.modifiedNs;
}

Result<FileCheckResult> checkFiles(const Release& release, const storage::ReleaseWriter& writer,
                                   const std::vector<std::string>& paths, HashAgain again, Progress& progress) {
  std::vector<Checked> all(paths.size());
  std::atomic<std::size_t> done = 0;
  parallelFor(paths.size(), 1, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end && !progress.stopRequested(); ++i) {
      all[i] = check(release, writer, paths[i], again, progress);
      progress.setFraction(static_cast<double>(++done) / static_cast<double>(paths.size()));
    }
  });
  if (progress.stopRequested()) {
    return cancelledError();
  }
  FileCheckResult result;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (all[i].error) {
      all[i].error->subject = paths[i];
      result.refused[paths[i]] = std::move(*all[i].error);
    }
    result.files[paths[i]] = all[i].file;
  }
  return result;
}

} // namespace facet::sync
