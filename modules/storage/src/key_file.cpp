#include "descriptor.h"

#include <facet/core/files.h>
#include <facet/storage/bytes.h>
#include <facet/storage/key_options.h>

#include <sodium.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace facet::storage {
namespace {

Error refused(const std::filesystem::path& path, ErrorCode code, const Message& reason) {
  return {code, displayName(path), reason};
}

/// Whether the file is one that a key may stand in.
Result<void> checkPlace(const std::filesystem::path& path, const struct stat& info) {
  if (S_ISFIFO(info.st_mode)) {
    return {};
  }
  if (!S_ISREG(info.st_mode)) {
    return refused(path, ErrorCode::InvalidInput, FACET_TEXT("storage", "a key file is a regular file or a pipe"));
  }
  if ((info.st_mode & 0177U) != 0) {
    std::array<char, 8> mode{};
    std::snprintf(mode.data(), mode.size(), "%04o", static_cast<unsigned>(info.st_mode & 07777U));
    return refused(path, ErrorCode::Unauthorized,
                   FACET_TEXT("storage", "others can read this key file (mode %1); make it private with chmod 600")
                       .with(mode.data()));
  }
  return {};
}

} // namespace

Result<SecretKey> readKeyFile(const std::filesystem::path& path) {
  struct stat info {};
  // Looked at before opening: opening a device can have effects.
  if (::stat(path.c_str(), &info) != 0) {
    return systemError(path, errno);
  }
  if (auto place = checkPlace(path, info); !place) {
    return place.error();
  }
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.valid() || ::fstat(file.get(), &info) != 0) {
    return systemError(path, errno);
  }
  if (auto place = checkPlace(path, info); !place) {
    return place.error();
  }
  // 64 digits, a line end of one or two characters, and one more that must not be there.
  std::array<std::byte, 67> buffer{};
  const auto got = readFully(file.get(), buffer);
  const int failure = errno;
  std::string_view text = textOf(std::span(buffer).first(got.value_or(0)));
  for (const char end : {'\n', '\r'}) {
    if (text.size() > 64 && text.back() == end) {
      text.remove_suffix(1);
    }
  }
  auto key = SecretKey::fromHex(text);
  sodium_memzero(buffer.data(), buffer.size());
  if (!got) {
    return systemError(path, failure);
  }
  if (!key) {
    return refused(path, ErrorCode::InvalidInput, FACET_TEXT("storage", "a key file holds 64 hexadecimal digits"));
  }
  return key;
}

} // namespace facet::storage
