#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

/// One line of a file of the project.
struct SourceLine {
  std::filesystem::path file; ///< from the project's root
  std::size_t number = 0;     ///< from 1
  std::string text;

  /// "FILE:LINE: what", as compilers print.
  [[nodiscard]] std::string at(const std::string& what) const;
};

/// One row of the table in modules/README.md.
struct ModuleRule {
  std::set<std::string> mayUse;
  std::set<std::string> libraries;
  std::set<std::string> qt;
};

/// The project as text.
class SourceTree {
public:
  explicit SourceTree(std::filesystem::path root)
      : m_root(std::move(root)) {}

  /// All lines of a file, or none where it cannot be read.
  [[nodiscard]] std::vector<SourceLine> lines(const std::filesystem::path& file) const;
  /// .h and .cpp files below a folder, sorted; none where the folder does not exist.
  [[nodiscard]] std::vector<std::filesystem::path> sources(const std::filesystem::path& folder) const;
  /// The rules by module name, from the table in modules/README.md.
  [[nodiscard]] std::map<std::string, ModuleRule> rules() const;
  /// Names of the folders below modules/ that have a CMakeLists.txt.
  [[nodiscard]] std::set<std::string> modules() const;
  /// Where the code of a module stands: modules/NAME, or app.
  [[nodiscard]] static std::filesystem::path folderOf(const std::string& module);

private:
  std::filesystem::path m_root;
};
