#include "source_tree.h"

#include <facet/core/text.h>

#include <algorithm>
#include <fstream>

using namespace facet;
namespace fs = std::filesystem;

namespace {

std::set<std::string> names(std::string_view cell) {
  std::set<std::string> found;
  for (const std::string_view part : splitText(cell, ',')) {
    const std::string_view name = trimText(part);
    if (!name.empty() && name != "–") {
      found.emplace(name);
    }
  }
  return found;
}

} // namespace

std::string SourceLine::at(const std::string& what) const {
  return file.string() + ":" + std::to_string(number) + ": " + what;
}

std::vector<SourceLine> SourceTree::lines(const fs::path& file) const {
  std::ifstream stream(m_root / file);
  std::vector<SourceLine> found;
  for (std::string text; std::getline(stream, text);) {
    found.push_back({file, found.size() + 1, text});
  }
  return found;
}

std::vector<fs::path> SourceTree::sources(const fs::path& folder) const {
  std::vector<fs::path> found;
  if (!fs::exists(m_root / folder)) {
    return found;
  }
  for (const auto& entry : fs::recursive_directory_iterator(m_root / folder)) {
    const auto extension = entry.path().extension();
    if (entry.is_regular_file() && (extension == ".h" || extension == ".cpp")) {
      found.push_back(fs::relative(entry.path(), m_root));
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::map<std::string, ModuleRule> SourceTree::rules() const {
  std::map<std::string, ModuleRule> found;
  for (const SourceLine& line : lines("modules/README.md")) {
    const auto cells = splitText(line.text, '|');
    if (cells.size() != 6) {
      continue;
    }
    const std::string module(trimText(cells[1]));
    if (module != "module" && module.find('-') == std::string::npos) {
      found[module] = {names(cells[2]), names(cells[3]), names(cells[4])};
    }
  }
  return found;
}

std::set<std::string> SourceTree::modules() const {
  std::set<std::string> found;
  for (const auto& entry : fs::directory_iterator(m_root / "modules")) {
    if (fs::exists(entry.path() / "CMakeLists.txt")) {
      found.insert(entry.path().filename().string());
    }
  }
  return found;
}

fs::path SourceTree::folderOf(const std::string& module) {
  return module == "app" ? fs::path("app") : fs::path("modules") / module;
}
