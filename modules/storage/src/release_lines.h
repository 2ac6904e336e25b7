#pragma once

#include <facet/storage/release_writer.h>

#include <memory>
#include <span>
#include <string>

namespace facet::storage {

/// What zstd compresses lines against, made ready once. Thread: any.
class LineDictionary {
public:
  /// From the bytes of a dictionary; none where they are empty.
  explicit LineDictionary(std::string bytes);
  ~LineDictionary();
  LineDictionary(const LineDictionary&) = delete;
  LineDictionary& operator=(const LineDictionary&) = delete;

  [[nodiscard]] const std::string& bytes() const { return m_bytes; }

  struct Ready;
  /// What zstd takes, or null without a dictionary.
  [[nodiscard]] const Ready* ready() const { return m_ready.get(); }

private:
  std::string m_bytes;
  std::unique_ptr<Ready> m_ready;
};

/// The bytes of a dictionary for lines like these; empty where they are too few to tell what repeats.
[[nodiscard]] std::string trainDictionary(std::span<const std::string> samples);

struct LinePacker::State {
  explicit State(std::shared_ptr<const LineDictionary> dictionary);
  ~State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  PackedLine pack(std::string_view line);

private:
  struct Context;
  std::shared_ptr<const LineDictionary> m_dictionary;
  std::unique_ptr<Context> m_context;
  Sha256 m_sha;
};

} // namespace facet::storage
