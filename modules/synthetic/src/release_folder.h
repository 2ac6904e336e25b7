#pragma once

#include <facet/core/result.h>

#include <filesystem>

namespace facet::synthetic {

/// A folder in which a release comes into being: all of it is written to a hidden part first, and moved into place when
/// it is complete. Without publish() the folder is left as it was found.
class ReleaseFolder {
public:
  /// Errors: Conflict for a folder with other files than those of a former demo release; Locked; as systemError.
  static Result<ReleaseFolder> open(const std::filesystem::path& folder);
  ReleaseFolder(ReleaseFolder&& other) noexcept;
  ReleaseFolder& operator=(ReleaseFolder&&) = delete;
  ~ReleaseFolder();

  /// Where to write.
  [[nodiscard]] const std::filesystem::path& part() const { return m_part; }

  /// Takes the former release away and puts the new one in its place, its signature last.
  [[nodiscard]] Result<void> publish();

private:
  ReleaseFolder(std::filesystem::path folder, int lock, bool made);

  std::filesystem::path m_folder;
  std::filesystem::path m_part;
  int m_lock = -1;
  bool m_made = false; ///< by us
};

} // namespace facet::synthetic
