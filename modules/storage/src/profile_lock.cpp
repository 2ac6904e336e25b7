#include "profile_lock.h"

#include <facet/core/files.h>
#include <facet/core/text.h>
#include <facet/storage/bytes.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>

namespace facet::storage {
namespace {

std::optional<int> readProcess(int fd) {
  std::array<std::byte, 32> buffer{};
  const ssize_t got = ::pread(fd, buffer.data(), buffer.size(), 0);
  const auto number =
      parseInteger(trimText(textOf(std::span(buffer).first(static_cast<std::size_t>(std::max<ssize_t>(got, 0))))));
  return number && *number > 0 ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

} // namespace

Result<ProfileLock> ProfileLock::acquire(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / "lock";
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!file.valid()) {
    if (errno == EROFS || errno == EACCES || errno == EPERM) {
      return ProfileLock(State::ReadOnlyPlace, {}, std::nullopt);
    }
    return systemError(path, errno);
  }
  if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) {
      return ProfileLock(State::HeldByOther, {}, readProcess(file.get()));
    }
    return systemError(path, errno);
  }
  // SQLite needs to make files beside the database.
  if (::access(folder.c_str(), W_OK) != 0) {
    return ProfileLock(State::ReadOnlyPlace, {}, std::nullopt);
  }
  // Who holds it is for messages only, so a full disk does not matter.
  const std::string process = std::to_string(::getpid()) + "\n";
  if (::ftruncate(file.get(), 0) != 0 || ::pwrite(file.get(), process.data(), process.size(), 0) < 0) {
    errno = 0;
  }
  return ProfileLock(State::Held, std::move(file), std::nullopt);
}

} // namespace facet::storage
