#pragma once

#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/storage/bytes.h>

#include <array>
#include <compare>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace facet::storage {

/// The SHA-256 of some bytes. Source: FIPS 180-4.
struct Digest {
  std::array<std::uint8_t, 32> bytes{};

  /// From 64 hexadecimal digits of either case. Errors: InvalidInput for any other text.
  static Result<Digest> fromHex(std::string_view text);
  /// 64 digits in lower case, as sha256sum prints them.
  [[nodiscard]] std::string toHex() const;
  [[nodiscard]] auto operator<=>(const Digest&) const = default;
};

/// Hashes bytes as they come, and again from the beginning after finish(): one object serves many short texts.
class Sha256 {
public:
  Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  ~Sha256();

  void update(Bytes bytes);
  /// The digest of all bytes since the last finish().
  [[nodiscard]] Digest finish();

private:
  struct Context;
  std::unique_ptr<Context> m_context;
};

[[nodiscard]] Digest sha256(Bytes bytes);

/// The digest of a regular file. Errors: InvalidInput where it is no regular file; Cancelled; as systemError.
[[nodiscard]] Result<Digest> sha256OfFile(const std::filesystem::path& path, Progress& progress);

} // namespace facet::storage
