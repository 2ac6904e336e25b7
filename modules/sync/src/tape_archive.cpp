#include "tape_archive.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <string_view>

namespace facet::sync {
namespace {

constexpr std::size_t kBlock = 512;

std::size_t padded(std::size_t bytes) {
  return (bytes + kBlock - 1) / kBlock * kBlock;
}

std::array<char, kBlock> headerOf(const ArchivedFile& file) {
  std::array<char, kBlock> header{};
  const auto put = [&](std::size_t offset, std::string_view text) {
    std::copy(text.begin(), text.end(), header.begin() + static_cast<std::ptrdiff_t>(offset));
  };
  const auto putOctal = [&](std::size_t offset, int digits, std::uint64_t value) {
    std::array<char, 24> text{};
    const int count = std::snprintf(text.data(), text.size(), "%0*llo", digits, static_cast<unsigned long long>(value));
    put(offset, {text.data(), static_cast<std::size_t>(count)});
  };
  put(0, std::string_view(file.name).substr(0, 100));
  putOctal(100, 7, 0644);
  putOctal(108, 7, 0);
  putOctal(116, 7, 0);
  putOctal(124, 11, file.bytes.size());
  putOctal(136, 11, 0);
  put(156, "0");
  put(257, std::string_view("ustar\0"
                            "00",
                            8));
  // The checksum counts its own place as spaces.
  put(148, "        ");
  std::uint64_t sum = 0;
  for (const char c : header) {
    sum += static_cast<unsigned char>(c);
  }
  putOctal(148, 6, sum);
  header[154] = '\0';
  return header;
}

} // namespace

std::string tapeArchive(std::span<const ArchivedFile> files) {
  std::size_t size = 2 * kBlock;
  for (const ArchivedFile& file : files) {
    size += kBlock + padded(file.bytes.size());
  }
  std::string archive;
  archive.reserve(size);
  for (const ArchivedFile& file : files) {
    const auto header = headerOf(file);
    archive.append(header.data(), header.size());
    archive.append(file.bytes);
    archive.append(padded(file.bytes.size()) - file.bytes.size(), '\0');
  }
  archive.append(2 * kBlock, '\0');
  return archive;
}

} // namespace facet::sync
