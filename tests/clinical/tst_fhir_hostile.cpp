#include "example_records.h"

#include <facet/core/random.h>

#include <QtTest>
#include <nlohmann/json.hpp>

using namespace facet;
using namespace facet::clinical;

namespace {

constexpr std::uint64_t kSeed = 20261114;

/// What a broken exporter or an attacker makes of a line.
std::string mutated(std::string line, RandomStream& random) {
  static const std::vector<std::string> pieces = {"{",
                                                  "}",
                                                  "[",
                                                  "]",
                                                  "\"",
                                                  "\\",
                                                  ":",
                                                  ",",
                                                  "null",
                                                  "true",
                                                  "-1",
                                                  "1e999",
                                                  "0.5",
                                                  "\\u0000",
                                                  "\\ud83d",
                                                  "99999999999999999999",
                                                  "2021-02-30",
                                                  "\xFF",
                                                  "\xC3",
                                                  "[[[[[[",
                                                  "\"id\":\"x\",",
                                                  "{}",
                                                  "[]",
                                                  "\"\""};
  const auto at = [&] { return static_cast<std::size_t>(random.below(static_cast<std::uint32_t>(line.size() + 1))); };
  const unsigned times = 1 + random.below(4);
  for (unsigned i = 0; i < times && !line.empty(); ++i) {
    const std::size_t from = at();
    switch (random.below(6)) {
    case 0: // one bit
      if (from < line.size()) {
        line[from] = static_cast<char>(line[from] ^ (1 << random.below(8)));
      }
      break;
    case 1:
      line.insert(from, pieces[random.below(static_cast<std::uint32_t>(pieces.size()))]);
      break;
    case 2:
      line.erase(from, 1 + random.below(20));
      break;
    case 3:
      line.resize(from);
      break;
    case 4: // a part twice
      line.insert(at(), line.substr(from, random.below(60)));
      break;
    default: // one byte by any other
      if (from < line.size()) {
        line[from] = static_cast<char>(random.below(256));
      }
      break;
    }
  }
  return line;
}

/// All values of a document, by reference.
void collect(nlohmann::json& value, std::vector<nlohmann::json*>& all) {
  all.push_back(&value);
  if (value.is_structured()) {
    for (auto& item : value) {
      collect(item, all);
    }
  }
}

} // namespace

class TestFhirHostile : public QObject {
  Q_OBJECT

private Q_SLOTS:
  /// Nothing but a result or an error comes out, and what is taken is JSON for another library too and is written
  /// back to the same record.
  void survivesDamagedLines() {
    std::vector<std::string> lines;
    for (const FhirResource& resource : exampleResources()) {
      lines.push_back(writeFhir(resource));
    }
    std::size_t taken = 0;
    constexpr std::size_t rounds = 20000;
    for (std::size_t i = 0; i < rounds; ++i) {
      RandomStream random(kSeed, i, 1);
      const std::string line = mutated(lines[random.below(static_cast<std::uint32_t>(lines.size()))], random);
      const auto resource = readFhir(line);
      if (!resource) {
        continue;
      }
      ++taken;
      QVERIFY2(nlohmann::json::accept(line), line.c_str());
      const auto again = readFhir(writeFhir(*resource));
      QVERIFY2(again.ok(), line.c_str());
      QVERIFY2(again->record == resource->record, line.c_str());
    }
    QVERIFY(taken > rounds / 100);
    QVERIFY(taken < rounds / 2);
  }

  /// Valid JSON with values of the wrong type, missing or doubled, everywhere.
  void survivesWrongTypes() {
    const std::vector<nlohmann::json> odd = {nullptr,
                                             true,
                                             -1,
                                             1e300,
                                             "",
                                             "text",
                                             nlohmann::json::array(),
                                             nlohmann::json::object(),
                                             {{"coding", 7}},
                                             {1, 2, 3},
                                             {{"reference", "Patient/"}},
                                             "9999-12-31",
                                             std::string(70000, 'y')};
    std::size_t refused = 0;
    for (const FhirResource& resource : exampleResources()) {
      nlohmann::json document = nlohmann::json::parse(writeFhir(resource));
      std::vector<nlohmann::json*> values;
      collect(document, values);
      for (nlohmann::json* const value : values) {
        nlohmann::json before = std::move(*value); // moved, so that pointers to its parts stay good
        for (const nlohmann::json& replacement : odd) {
          *value = replacement;
          const auto result = readFhir(document.dump());
          refused += result ? 0 : 1;
          if (result) {
            QVERIFY(readFhir(writeFhir(*result)).ok());
          }
        }
        *value = std::move(before);
      }
    }
    QVERIFY(refused > 3000);
  }

  void agreesWithAnotherParserOnJson() {
    // Fragments in the one place that takes any value: an element that is passed over.
    const auto wrap = [](const std::string& fragment) {
      return R"({"resourceType":"Patient","id":"p","contact":)" + fragment + "}";
    };
    for (const char* fragment : {"1",
                                 "-0",
                                 "0.0",
                                 "1e5",
                                 "1E+5",
                                 "1e",
                                 "1.",
                                 ".5",
                                 "+1",
                                 "01",
                                 "-",
                                 "--1",
                                 "0x1",
                                 "1 2",
                                 "true",
                                 "True",
                                 "truee",
                                 "nul",
                                 "null",
                                 "\"\"",
                                 "\"a",
                                 "'a'",
                                 "\"\\x\"",
                                 "\"\\u12\"",
                                 "\"\\u12G4\"",
                                 "\"\\uD834\\uDD1E\"",
                                 "[]",
                                 "[1,]",
                                 "[,1]",
                                 "[1 2]",
                                 "[",
                                 "]",
                                 "{}",
                                 "{\"a\"}",
                                 "{\"a\":}",
                                 "{\"a\":1,}",
                                 "{a:1}",
                                 "{\"a\":1 \"b\":2}",
                                 "[1]]",
                                 "//x\n1",
                                 "/**/1",
                                 "\t1\r\n",
                                 "\v1",
                                 "[[[[[[[[[[]]]]]]]]]]",
                                 "\"\\/\"",
                                 "\"\x7F\"",
                                 "\"\xF0\x9F\x98\x80\"",
                                 "\"\xED\xA0\x80\"",
                                 "1e400"}) {
      const std::string line = wrap(fragment);
      QVERIFY2(readFhir(line).ok() == nlohmann::json::accept(line), fragment);
    }
  }

  void manyKeysAreNoTrap() {
    std::string line = R"({"resourceType":"Patient","id":"p")";
    for (int i = 0; i < 200000; ++i) {
      line += ",\"k" + std::to_string(i) + "\":1";
    }
    QVERIFY(readFhir(line + "}").ok());
    QVERIFY(!readFhir(line + ",\"k5\":1}").ok());
  }
};

QTEST_APPLESS_MAIN(TestFhirHostile)
#include "tst_fhir_hostile.moc"
