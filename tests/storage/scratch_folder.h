#pragma once

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

/// A folder that is removed at the end of the test.
class ScratchFolder {
public:
  [[nodiscard]] std::filesystem::path path() const { return m_folder.path().toStdString(); }
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path() / name; }

private:
  QTemporaryDir m_folder;
};

/// All bytes of a file; empty where it cannot be read.
inline std::string fileBytes(const std::filesystem::path& path) {
  const std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

inline void setFileBytes(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// Turns one bit of a file round.
inline void flipBit(const std::filesystem::path& path, std::uint64_t byte, int bit = 0) {
  std::fstream stream(path, std::ios::binary | std::ios::in | std::ios::out);
  stream.seekg(static_cast<std::streamoff>(byte));
  const int value = stream.get();
  stream.seekp(static_cast<std::streamoff>(byte));
  stream.put(static_cast<char>(value ^ (1 << bit)));
}
