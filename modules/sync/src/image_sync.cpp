#include "image_sync.h"

#include "image_plan.h"

#include <facet/core/parallel.h>

#include <algorithm>
#include <atomic>
#include <mutex>

namespace facet::sync {
namespace {

using storage::FileState;
using storage::ReleaseFile;
using NotedFiles = std::vector<std::pair<std::string, ReleaseFile>>;

constexpr std::int64_t kLargestFile = std::int64_t{4} << 30;

/// An image that was read, or why not.
struct ReadImage {
  NotedFiles files;
  std::optional<storage::StoredImage> image;
  std::optional<Error> refused;
  /// The file is the one that was taken before; only its facts are new.
  bool same = false;
};

class ImageSync {
public:
  ImageSync(const Release& release, const storage::BlobStore& blobs, storage::ReleaseWriter& writer, HashAgain again,
            Progress& progress)
      : m_release(release)
      , m_blobs(blobs)
      , m_writer(writer)
      , m_again(again)
      , m_progress(progress) {}

  Result<ImageSyncResult> run(const ImagePlan& plan) {
    m_result.notices = plan.notices;
    std::vector<const PlannedRead*> left;
    for (const PlannedRead& read : plan.images) {
      m_result.looked.insert(read.paths.begin(), read.paths.end());
      const auto settled = settle(read);
      if (!settled) {
        return settled.error();
      }
      if (!*settled) {
        left.push_back(&read);
      }
    }
    std::atomic<std::size_t> done = 0;
    parallelFor(left.size(), 1, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end && !stopped(); ++i) {
        if (auto taken = take(*left[i]); !taken) {
          fail(taken.error());
        }
        m_progress.setFraction(static_cast<double>(++done) / static_cast<double>(left.size()));
      }
    });
    if (m_failure) {
      return *m_failure;
    }
    if (m_progress.stopRequested()) {
      return cancelledError();
    }
    if (auto taken = takeTransforms(plan); !taken) {
      return taken.error();
    }
    return std::move(m_result);
  }

private:
  [[nodiscard]] bool stopped() {
    const std::lock_guard lock(m_mutex);
    return m_failure.has_value() || m_progress.stopRequested();
  }
  void fail(const Error& error) {
    const std::lock_guard lock(m_mutex);
    if (!m_failure) {
      m_failure = error;
    }
  }

  [[nodiscard]] ReleaseFile promisedFile(const std::string& path, const FileFacts& facts, FileState state) const {
    return {facts.bytes, facts.modifiedNs, *m_release.files().digestOf(path), state};
  }

  /// Whether an image needs not be read: it is there already, or cannot be taken anyhow.
  Result<bool> settle(const PlannedRead& read) {
    NotedFiles files;
    bool known = m_again == HashAgain::Changed;
    for (const std::string& path : read.paths) {
      auto file = InputFile::openInside(m_release.folder(), path);
      if (!file) {
        Error error = file.error();
        error.subject.clear();
        auto told = m_writer.refuse({{path, promisedFile(path, {}, FileState::Refused)}}, error);
        return told ? Result<bool>(true) : Result<bool>(told.error());
      }
      known = known && isKnown(m_writer, path, file->facts(), *m_release.files().digestOf(path)) &&
              m_writer.files().at(path).state == FileState::Taken;
      files.emplace_back(path, promisedFile(path, file->facts(), FileState::Waiting));
    }
    if (read.fault) {
      auto told = m_writer.refuse(files, *read.fault);
      return told ? Result<bool>(true) : Result<bool>(told.error());
    }
    if (!known) {
      return false;
    }
    const auto image = m_writer.imageOf(read.paths.front());
    if (!image) {
      return image.error();
    }
    if (!*image) {
      // What could not be read before is no better now.
      return true;
    }
    m_voxels[read.paths.front()] = (*image)->voxels;
    return keep(read, **image, std::move(files));
  }

  /// Brings what is known of an image besides its voxels up to date.
  Result<bool> keep(const PlannedRead& read, const storage::StoredImage& before, NotedFiles files) {
    storage::StoredImage now = before;
    describe(read, now);
    const bool same = now.person == before.person && now.session == before.session && now.name == before.name &&
                      now.role == before.role && now.sequence == before.sequence && now.madeBy == before.madeBy;
    const auto date = m_writer.dateOf(read.session);
    if (!date) {
      return date.error();
    }
    if (same && *date == read.session.date) {
      return true;
    }
    for (auto& [path, file] : files) {
      file.state = FileState::Taken;
    }
    auto put = m_writer.putImage({read.session, now}, files);
    return put ? Result<bool>(true) : Result<bool>(put.error());
  }

  static void describe(const PlannedRead& read, storage::StoredImage& image) {
    image.person = read.session.person;
    image.session = read.session.label;
    image.name = read.name;
    image.role = read.role;
    image.sequence = read.sequence;
    image.madeBy = read.madeBy;
  }

  /// Notes new facts of a file whose image is there already.
  Result<void> keepSame(const PlannedRead& read, NotedFiles files) {
    if (auto noted = m_writer.putFacts(files); !noted) {
      return noted;
    }
    const auto image = m_writer.imageOf(read.paths.front());
    if (!image || !*image) {
      return image ? Result<void>() : Result<void>(image.error());
    }
    m_voxels[read.paths.front()] = (*image)->voxels;
    const auto kept = keep(read, **image, std::move(files));
    return kept ? Result<void>() : Result<void>(kept.error());
  }

  Result<void> take(const PlannedRead& read) {
    auto got = read.series ? readDicom(read) : readNifti(read);
    if (!got) {
      return got.error();
    }
    const std::lock_guard lock(m_mutex);
    if (got->refused) {
      return m_writer.refuse(got->files, *got->refused);
    }
    if (got->same) {
      return keepSame(read, std::move(got->files));
    }
    ++m_result.images;
    m_voxels[read.paths.front()] = got->image->voxels;
    return m_writer.putImage({read.session, *got->image}, got->files);
  }

  /// Whether the file is the one that an image in the cache came from.
  [[nodiscard]] Result<bool> isThere(const std::string& path) {
    const std::lock_guard lock(m_mutex);
    const auto known = m_writer.files().find(path);
    if (known == m_writer.files().end() || known->second.state != FileState::Taken ||
        known->second.sha256 != *m_release.files().digestOf(path)) {
      return false;
    }
    const auto image = m_writer.imageOf(path);
    return image ? Result<bool>(image->has_value()) : Result<bool>(image.error());
  }

  static Error wrongContent() {
    return {
        ErrorCode::Unauthorized, {}, FACET_TEXT("sync", "has another content than its checksum says and is not read")};
  }

  /// A failure that is the file's own, without its name, which stands beside it.
  static Error unnamed(Error error) {
    error.subject.clear();
    return error;
  }

  Result<ReadImage> readNifti(const PlannedRead& read) {
    const std::string& path = read.paths.front();
    ReadImage got;
    const auto refuse = [&](const FileFacts& facts, FileState state, Error error) {
      got.files = {{path, promisedFile(path, facts, state)}};
      got.refused = unnamed(std::move(error));
      return got;
    };
    auto file = InputFile::openInside(m_release.folder(), path);
    if (!file) {
      return refuse({}, FileState::Refused, file.error());
    }
    const FileFacts facts = file->facts();
    const auto bytes = file->readAll(kLargestFile, m_progress);
    if (!bytes) {
      return bytes.error().code == ErrorCode::Cancelled ? Result<ReadImage>(bytes.error())
                                                        : refuse(facts, FileState::Refused, bytes.error());
    }
    if (storage::sha256(storage::bytesOf(*bytes)) != *m_release.files().digestOf(path)) {
      return refuse(facts, FileState::Refused, wrongContent());
    }
    got.files = {{path, promisedFile(path, facts, FileState::Taken)}};
    const auto there = isThere(path);
    if (!there) {
      return there.error();
    }
    if (*there) {
      got.same = true;
      return got;
    }
    const auto loaded = imaging::readImage(*bytes, path, m_stop);
    if (!loaded) {
      return loaded.error().code == ErrorCode::Cancelled ? Result<ReadImage>(loaded.error())
                                                         : refuse(facts, FileState::Taken, loaded.error());
    }
    const auto original = m_blobs.put(storage::bytesOf(*bytes), m_stop);
    if (!original) {
      return original.error();
    }
    return store(read, *loaded, *original, std::move(got));
  }

  Result<ReadImage> readDicom(const PlannedRead& read) {
    ReadImage got;
    for (const std::string& path : read.paths) {
      auto file = InputFile::openInside(m_release.folder(), path);
      if (!file) {
        got.files.insert(got.files.begin(), {path, promisedFile(path, {}, FileState::Refused)});
        got.refused = unnamed(file.error());
        return got;
      }
      got.files.emplace_back(path, promisedFile(path, file->facts(), FileState::Taken));
    }
    std::vector<storage::Digest> found(read.paths.size());
    const auto loaded = imaging::readSeries(*read.series, m_stop, [&](std::size_t file, std::string_view bytes) {
      found[file] = storage::sha256(storage::bytesOf(bytes));
    });
    if (!loaded && loaded.error().code == ErrorCode::Cancelled) {
      return loaded.error();
    }
    for (std::size_t i = 0; loaded && i < found.size(); ++i) {
      if (found[i] != got.files[i].second.sha256) {
        for (auto& [path, file] : got.files) {
          file.state = FileState::Refused;
        }
        got.refused = wrongContent();
        got.refused->place = FACET_TEXT("sync", "in %1").with(got.files[i].first);
        return got;
      }
    }
    if (!loaded) {
      got.refused = unnamed(loaded.error());
      return got;
    }
    return store(read, *loaded, std::nullopt, std::move(got));
  }

  Result<ReadImage> store(const PlannedRead& read, const imaging::LoadedImage& loaded,
                          const std::optional<storage::Digest>& original, ReadImage got) {
    const auto voxels = m_blobs.putVolume(loaded.volume, m_stop);
    if (!voxels) {
      return voxels.error();
    }
    storage::StoredImage image;
    describe(read, image);
    image.format = loaded.format;
    image.voxelType = loaded.volume.type();
    image.grid = loaded.volume.grid();
    image.original = original;
    image.voxels = *voxels;
    image.notices = read.notices;
    image.notices.insert(image.notices.end(), loaded.notices.begin(), loaded.notices.end());
    got.image = std::move(image);
    return got;
  }

  Result<void> takeTransforms(const ImagePlan& plan) {
    for (const PlannedTransform& transform : plan.transforms) {
      const auto voxelsOf = [&](const std::string& name) -> const storage::Digest* {
        for (const PlannedRead& read : plan.images) {
          const auto known = m_voxels.find(read.paths.front());
          if (read.session.person == transform.person && read.session.label == transform.session &&
              read.role == storage::ImageRole::Image && (read.suffix == name || read.sequence == name) &&
              known != m_voxels.end()) {
            return &known->second;
          }
        }
        return nullptr;
      };
      auto file = InputFile::openInside(m_release.folder(), transform.path);
      const storage::Digest* fixed = voxelsOf(transform.to);
      const storage::Digest* moving = voxelsOf(transform.from);
      if (!file || fixed == nullptr || moving == nullptr) {
        continue;
      }
      m_result.looked.insert(transform.path);
      const storage::StoredTransform stored{
          *fixed, *moving, storage::TransformModel::Affine, transform.movingFromFixed, transform.method, std::nullopt};
      if (auto put = m_writer.putTransform(stored, transform.path,
                                           promisedFile(transform.path, file->facts(), FileState::Taken));
          !put) {
        return put;
      }
    }
    return {};
  }

  /// Asks the whole whether to stop, and keeps the fractions of single images to itself.
  class Stop final : public Progress {
  public:
    explicit Stop(const Progress& whole)
        : m_whole(whole) {}
    void setFraction(double) override {}
    void setStep(const Message&) override {}
    [[nodiscard]] bool stopRequested() const override { return m_whole.stopRequested(); }

  private:
    const Progress& m_whole;
  };

  const Release& m_release;
  const storage::BlobStore& m_blobs;
  storage::ReleaseWriter& m_writer;
  const HashAgain m_again;
  Progress& m_progress;
  Stop m_stop{m_progress};
  std::mutex m_mutex;
  std::optional<Error> m_failure;
  std::map<std::string, storage::Digest> m_voxels;
  ImageSyncResult m_result;
};

} // namespace

bool isImageFile(std::string_view path) {
  if (!path.starts_with(std::string(kImageFolder) + "/")) {
    return false;
  }
  return path.starts_with("bids/sourcedata/") || path.ends_with(".nii") || path.ends_with(".nii.gz");
}

Result<ImageSyncResult> syncImages(const Release& release, const FileCheckResult& checked,
                                   const storage::BlobStore& blobs, storage::ReleaseWriter& writer, HashAgain again,
                                   Progress& progress) {
  PartProgress planning(progress, 0, 0.1);
  const auto plan = planImages(release, writer, planning);
  if (!plan) {
    return plan.error();
  }
  PartProgress reading(progress, 0.1, 1);
  auto result = ImageSync(release, blobs, writer, again, reading).run(*plan);
  if (result) {
    // A sidecar that is damaged may have told something wrong about its images, so it is named with them.
    for (const auto& [path, error] : checked.refused) {
      if (path.starts_with(kImageFolder)) {
        result->notices.push_back(
            {path, FACET_TEXT("sync", "is not as published; what it says of images may be wrong"), {}});
      }
    }
  }
  return result;
}

} // namespace facet::sync
