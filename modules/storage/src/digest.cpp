#include "descriptor.h"
#include "hex.h"

#include <facet/core/files.h>
#include <facet/storage/digest.h>

#include <openssl/evp.h>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <new>
#include <sys/stat.h>
#include <vector>

namespace facet::storage {

Result<Digest> Digest::fromHex(std::string_view text) {
  Digest digest;
  if (!storage::fromHex(text, digest.bytes)) {
    return Error{ErrorCode::InvalidInput, std::string(text), FACET_TEXT("storage", "is no SHA-256 of 64 digits")};
  }
  return digest;
}

std::string Digest::toHex() const {
  return storage::toHex(bytes);
}

struct Sha256::Context {
  Context()
      : state(EVP_MD_CTX_new()) {
    if (state == nullptr || EVP_DigestInit_ex2(state, EVP_sha256(), nullptr) != 1) {
      EVP_MD_CTX_free(state);
      throw std::bad_alloc();
    }
  }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  ~Context() { EVP_MD_CTX_free(state); }

  EVP_MD_CTX* state;
};

Sha256::Sha256()
    : m_context(std::make_unique<Context>()) {}
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::update(Bytes bytes) {
  EVP_DigestUpdate(m_context->state, bytes.data(), bytes.size());
}

Digest Sha256::finish() {
  Digest digest;
  EVP_DigestFinal_ex(m_context->state, digest.bytes.data(), nullptr);
  EVP_DigestInit_ex2(m_context->state, nullptr, nullptr);
  return digest;
}

Digest sha256(Bytes bytes) {
  Sha256 hash;
  hash.update(bytes);
  return hash.finish();
}

Result<Digest> sha256OfFile(const std::filesystem::path& path, Progress& progress) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat info {};
  if (!file.valid() || ::fstat(file.get(), &info) != 0) {
    return systemError(path, errno);
  }
  if (!S_ISREG(info.st_mode)) {
    return Error{ErrorCode::InvalidInput, displayName(path), FACET_TEXT("storage", "is no regular file")};
  }
  Sha256 hash;
  std::vector<std::byte> block(std::size_t{1} << 20);
  double done = 0;
  while (true) {
    if (progress.stopRequested()) {
      return cancelledError();
    }
    const auto got = readSome(file.get(), block);
    if (!got) {
      return systemError(path, errno);
    }
    if (*got == 0) {
      progress.setFraction(1);
      return hash.finish();
    }
    hash.update(std::span(block).first(*got));
    done += static_cast<double>(*got);
    progress.setFraction(std::min(1.0, done / static_cast<double>(std::max<off_t>(info.st_size, 1))));
  }
}

} // namespace facet::storage
