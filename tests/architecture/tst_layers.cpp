#include "source_tree.h"

#include <QLibraryInfo>
#include <QtTest>

#include <regex>

namespace fs = std::filesystem;

namespace {

struct Library {
  const char* name;    ///< as in the table
  const char* include; ///< pattern of its headers
  const char* target;  ///< pattern of its CMake targets
};

const std::vector<Library> kLibraries = {
    {"ITK", R"((itk|gdcm)[A-Za-z0-9]*\.h|vnl/.*)", "facet_itk|ITK[A-Za-z]*"},
    {"DCMTK", "dcmtk/.*", "facet_dcmtk"},
    {"OpenJPEG", R"(openjpeg\.h)", "PkgConfig::openjp2"},
    {"VTK", R"(vtk[A-Za-z0-9]*\.h)", "VTK::[A-Za-z0-9]+"},
    {"Eigen", "Eigen/.*", "Eigen3::Eigen"},
    {"SQLCipher", R"(sqlite3\.h)", "facet_sqlcipher"},
    {"libsodium", R"(sodium(/.*)?\.h)", "PkgConfig::sodium"},
    {"OpenSSL", "openssl/.*", "OpenSSL::[A-Za-z]+"},
    {"zstd", R"(zstd\.h)", "PkgConfig::zstd"},
    {"zlib", R"(zlib\.h)", "ZLIB::ZLIB"},
    {"libsecret", R"(libsecret/.*|glib\.h|gio/.*)", "PkgConfig::libsecret"},
    {"nlohmann", "nlohmann/.*", "nlohmann_json::nlohmann_json"},
    {"CLI11", "CLI/.*", "CLI11::CLI11"},
    {"QCustomPlot", R"(qcustomplot\.h)", "QCustomPlotQt6::QCustomPlotQt6"},
    {"Threads", R"(pthread\.h)", "Threads::Threads"},
};

const Library* libraryOf(const std::string& header) {
  for (const Library& library : kLibraries) {
    if (std::regex_match(header, std::regex(library.include))) {
      return &library;
    }
  }
  return nullptr;
}

/// The Qt module that has a header of this name ("Core"), or an empty text for other headers.
std::string qtModuleOf(const std::string& header) {
  static const fs::path headers = QLibraryInfo::path(QLibraryInfo::HeadersPath).toStdString();
  const auto slash = header.find('/');
  if (slash != std::string::npos) {
    return header.starts_with("Qt") && fs::exists(headers / header) ? header.substr(2, slash - 2) : "";
  }
  if (!header.starts_with("Q") && !header.starts_with("q")) {
    return {};
  }
  for (const char* module : {"Core", "Gui", "Widgets", "Network", "Svg", "SvgWidgets", "OpenGL", "OpenGLWidgets", "Sql",
                             "Concurrent", "PrintSupport", "Xml", "DBus", "Test"}) {
    if (fs::exists(headers / (std::string("Qt") + module) / header)) {
      return module;
    }
  }
  return {};
}

/// The header named by an #include line, or an empty text.
std::string included(const SourceLine& line) {
  static const std::regex pattern(R"(^\s*#\s*include\s*<([^>]+)>)");
  std::smatch match;
  return std::regex_search(line.text, match, pattern) ? match[1].str() : std::string();
}

} // namespace

class TestLayers : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    m_rules = m_tree.rules();
    QVERIFY(m_rules.size() > 5);
  }

  void everyModuleHasARow() {
    for (const std::string& module : m_tree.modules()) {
      if (!m_rules.contains(module)) {
        complain("modules/README.md has no row for " + module);
      }
    }
    finish();
  }

  void arrowsGoOneWay() {
    // A row may only use rows above it.
    std::set<std::string> above;
    for (const SourceLine& line : m_tree.lines("modules/README.md")) {
      for (const auto& [module, rule] : m_rules) {
        if (line.text.starts_with("| " + module + " |")) {
          for (const std::string& used : rule.mayUse) {
            if (!above.contains(used)) {
              complain(line.at(module + " uses " + used + ", which is not above it"));
            }
          }
          above.insert(module);
        }
      }
    }
    finish();
  }

  void includesKeepToTheTable() {
    static const std::regex ours("facet/([a-z]+)/.*");
    for (const auto& [module, rule] : m_rules) {
      for (const fs::path& file : m_tree.sources(SourceTree::folderOf(module))) {
        for (const SourceLine& line : m_tree.lines(file)) {
          const std::string header = included(line);
          std::smatch match;
          if (std::regex_match(header, match, ours)) {
            const std::string other = match[1];
            if (other != module && !rule.mayUse.contains(other)) {
              complain(line.at(module + " may not use " + other));
            }
          } else if (const Library* library = libraryOf(header)) {
            if (!rule.libraries.contains(library->name)) {
              complain(line.at(module + " may not use " + library->name));
            }
            if (file.extension() == ".h") {
              complain(line.at(std::string(library->name) + " belongs into .cpp files"));
            }
          } else if (const std::string qt = qtModuleOf(header); !qt.empty() && !rule.qt.contains(qt)) {
            complain(line.at(module + " may not use Qt " + qt));
          }
        }
      }
    }
    finish();
  }

  void linksKeepToTheTable() {
    static const std::regex targets(R"(facet::([a-z]+)|Qt6::([A-Za-z]+))");
    for (const auto& [module, rule] : m_rules) {
      for (const SourceLine& line : m_tree.lines(SourceTree::folderOf(module) / "CMakeLists.txt")) {
        for (std::sregex_iterator it(line.text.begin(), line.text.end(), targets), end; it != end; ++it) {
          const std::string other = (*it)[1];
          const std::string qt = (*it)[2];
          if (!other.empty() && other != module && !rule.mayUse.contains(other)) {
            complain(line.at(module + " may not link " + other));
          }
          if (!qt.empty() && !rule.qt.contains(qt)) {
            complain(line.at(module + " may not link Qt " + qt));
          }
        }
        for (const Library& library : kLibraries) {
          const std::regex target("(^|[\\s(])(" + std::string(library.target) + ")($|[\\s)])");
          if (std::regex_search(line.text, target) && !rule.libraries.contains(library.name)) {
            complain(line.at(module + " may not link " + library.name));
          }
        }
      }
    }
    finish();
  }

  // What the programs link is what the notices name, no more and no less.
  void noticesNameWhatIsLinked() {
    std::vector<std::pair<std::string, std::regex>> targets;
    for (const Library& library : kLibraries) {
      targets.emplace_back(library.name, "(^|[\\s(])(" + std::string(library.target) + ")($|[\\s)])");
    }
    std::set<std::string> linked;
    for (const auto& [module, rule] : m_rules) {
      for (const SourceLine& line : m_tree.lines(SourceTree::folderOf(module) / "CMakeLists.txt")) {
        for (const auto& [library, target] : targets) {
          if (std::regex_search(line.text, target)) {
            linked.insert(library);
          }
        }
        if (line.text.find("Qt6::") != std::string::npos) {
          linked.insert("Qt");
        }
      }
    }
    std::set<std::string> named;
    static const std::regex row(R"(\| ([A-Za-z0-9]+) \| .+ \| .+ \| .+ \|)");
    for (const SourceLine& line : m_tree.lines("resources/notices.md")) {
      std::smatch match;
      if (!std::regex_match(line.text, match, row) || match[1] == "library") {
        continue;
      }
      named.insert(match[1]);
      if (!linked.contains(match[1])) {
        complain(line.at(match[1].str() + " is not linked by any module"));
      }
    }
    for (const std::string& library : linked) {
      if (!named.contains(library)) {
        complain("resources/notices.md does not name " + library);
      }
    }
    finish();
  }

  void itkAndEigenStayApart() {
    for (const auto& [module, rule] : m_rules) {
      for (const fs::path& file : m_tree.sources(SourceTree::folderOf(module))) {
        std::set<std::string> seen;
        for (const SourceLine& line : m_tree.lines(file)) {
          if (const Library* library = libraryOf(included(line))) {
            seen.insert(library->name);
          }
          if (seen.contains("ITK") && seen.contains("Eigen")) {
            complain(line.at("ITK and Eigen in one file"));
            break;
          }
        }
      }
    }
    finish();
  }

  void filesStayShort() {
    for (const auto& [module, rule] : m_rules) {
      const std::size_t limit = module == "gui" ? 400 : 600;
      for (const fs::path& file : m_tree.sources(SourceTree::folderOf(module))) {
        const auto lines = m_tree.lines(file);
        if (lines.size() > limit) {
          complain(lines[limit].at("over " + std::to_string(limit) + " lines"));
        }
      }
    }
    for (const fs::path& file : m_tree.sources("tests")) {
      const auto lines = m_tree.lines(file);
      if (lines.size() > 600) {
        complain(lines[600].at("over 600 lines"));
      }
    }
    finish();
  }

  // Nested event loops and hidden global state; Qt's own application object is the exception.
  void forbiddenCallsStayOut() {
    static const std::regex forbidden(R"(processEvents\s*\(|\bqWait\s*\(|\bqSleep\s*\(|\bsleep_for\s*\()"
                                      R"(|(\b\w+)::instance\s*\(\))");
    for (const char* folder : {"modules", "app", "tests"}) {
      for (const fs::path& file : m_tree.sources(folder)) {
        if (file.parent_path() == "tests/architecture") {
          continue;
        }
        for (const SourceLine& line : m_tree.lines(file)) {
          std::smatch match;
          if (std::regex_search(line.text, match, forbidden) && match[1] != "QCoreApplication" &&
              match[1] != "QApplication" && match[1] != "QGuiApplication") {
            complain(line.at("forbidden: " + match[0].str()));
          }
        }
      }
    }
    finish();
  }

private:
  void complain(const std::string& what) { m_complaints << QString::fromStdString(what); }
  void finish() {
    const QString all = m_complaints.join(QLatin1Char('\n'));
    m_complaints.clear();
    QVERIFY2(all.isEmpty(), qPrintable(QLatin1Char('\n') + all));
  }

  const SourceTree m_tree{fs::path(FACET_SOURCE_DIR)};
  std::map<std::string, ModuleRule> m_rules;
  QStringList m_complaints;
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
