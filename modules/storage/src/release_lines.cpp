#include "release_lines.h"

#include <zstd.h>

#include <algorithm>
#include <vector>
#include <zdict.h>

namespace facet::storage {
namespace {

constexpr int kLevel = 3;
constexpr std::size_t kDictionaryBytes = 32768;
/// zstd wants samples of some hundred times a dictionary's worth; below this it learns next to nothing.
constexpr std::size_t kFewestSamples = 200;

} // namespace

struct LineDictionary::Ready {
  explicit Ready(const std::string& bytes)
      : dictionary(ZSTD_createCDict(bytes.data(), bytes.size(), kLevel)) {}
  ~Ready() { ZSTD_freeCDict(dictionary); }
  Ready(const Ready&) = delete;
  Ready& operator=(const Ready&) = delete;

  ZSTD_CDict* dictionary;
};

LineDictionary::LineDictionary(std::string bytes)
    : m_bytes(std::move(bytes))
    , m_ready(m_bytes.empty() ? nullptr : std::make_unique<Ready>(m_bytes)) {}

LineDictionary::~LineDictionary() = default;

std::string trainDictionary(std::span<const std::string> samples) {
  if (samples.size() < kFewestSamples) {
    return {};
  }
  std::string together;
  std::vector<std::size_t> sizes;
  sizes.reserve(samples.size());
  for (const std::string& sample : samples) {
    together += sample;
    sizes.push_back(sample.size());
  }
  std::string dictionary(kDictionaryBytes, '\0');
  const std::size_t size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), together.data(), sizes.data(),
                                                 static_cast<unsigned>(sizes.size()));
  dictionary.resize(ZDICT_isError(size) != 0 ? 0 : size);
  return dictionary;
}

struct LinePacker::State::Context {
  Context()
      : zstd(ZSTD_createCCtx()) {}
  ~Context() { ZSTD_freeCCtx(zstd); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  ZSTD_CCtx* zstd;
};

LinePacker::State::State(std::shared_ptr<const LineDictionary> dictionary)
    : m_dictionary(std::move(dictionary))
    , m_context(std::make_unique<Context>()) {}

LinePacker::State::~State() = default;

PackedLine LinePacker::State::pack(std::string_view line) {
  PackedLine packed;
  m_sha.update(bytesOf(line));
  packed.sha256 = m_sha.finish();
  packed.bytes.resize(ZSTD_compressBound(line.size()));
  const std::size_t size = m_dictionary->ready() != nullptr
                               ? ZSTD_compress_usingCDict(m_context->zstd, packed.bytes.data(), packed.bytes.size(),
                                                          line.data(), line.size(), m_dictionary->ready()->dictionary)
                               : ZSTD_compressCCtx(m_context->zstd, packed.bytes.data(), packed.bytes.size(),
                                                   line.data(), line.size(), kLevel);
  packed.bytes.resize(ZSTD_isError(size) != 0 ? 0 : size);
  packed.bytes.shrink_to_fit();
  return packed;
}

LinePacker::LinePacker(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
LinePacker::LinePacker(LinePacker&&) noexcept = default;
LinePacker& LinePacker::operator=(LinePacker&&) noexcept = default;
LinePacker::~LinePacker() = default;

PackedLine LinePacker::pack(std::string_view line) {
  return m_state->pack(line);
}

} // namespace facet::storage
