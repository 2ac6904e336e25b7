#include <facet/clinical/tables.h>
#include <facet/core/units.h>

#include <QtTest>

#include <set>

using namespace facet;
using namespace facet::clinical;

class TestTables : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void builtInTablesAreWhole() {
    QVERIFY(parseDrugs(tableTexts()[1].json).ok());
    for (const TableText& table : tableTexts()) {
      QVERIFY(table.json.size() > 100);
    }
    QVERIFY(drugs().size() >= 24);
    QVERIFY(variables().size() >= 35);
    QVERIFY(stopReasons().size() >= 15);
    QVERIFY(countries().size() >= 12);
  }

  // Codes before and after the ATC revision of 2024, from the German FHIR concept map.
  void findsDrugsByOldAndNewCode_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("name");
    const std::vector<std::pair<const char*, const char*>> rows = {
        {"L04AE01", "fingolimod"},         {"L04AA27", "fingolimod"},        {"L04AG03", "natalizumab"},
        {"L04AA23", "natalizumab"},        {"L04AK02", "teriflunomide"},     {"L04AA31", "teriflunomide"},
        {"L04AG08", "ocrelizumab"},        {"L04AA36", "ocrelizumab"},       {"L04AG12", "ofatumumab"},
        {"L04AA52", "ofatumumab"},         {"L04AG06", "alemtuzumab"},       {"L04AA34", "alemtuzumab"},
        {"L04AE03", "siponimod"},          {"L04AA42", "siponimod"},         {"L04AE04", "ponesimod"},
        {"L04AA50", "ponesimod"},          {"L04AX07", "dimethyl fumarate"}, {"N07XX09", "dimethyl fumarate"},
        {"L01FA01", "rituximab"},          {"L01XC02", "rituximab"},         {"L03AB07", "interferon beta-1a"},
        {"L03AX13", "glatiramer acetate"}, {"L04AA40", "cladribine"}};
    for (const auto& [code, name] : rows) {
      QTest::newRow(code) << code << name;
    }
  }
  void findsDrugsByOldAndNewCode() {
    QFETCH(QString, code);
    QFETCH(QString, name);
    const Drug* drug = drugByAtc(code.toStdString());
    QVERIFY(drug != nullptr);
    QCOMPARE(QString::fromStdString(drug->name), name);
  }

  void doesNotFindOthers() {
    QVERIFY(drugByAtc("") == nullptr);
    QVERIFY(drugByAtc("L04AE") == nullptr);
    QVERIFY(drugByAtc("l04ae01") == nullptr);
    QVERIFY(variable("SNFL") == nullptr);
    QVERIFY(variable("") == nullptr);
    QVERIFY(variableByCoding("http://loinc.org", "94505-5") == nullptr);
    QVERIFY(stopReason("none of these") == nullptr);
  }

  void findsDrugsByName() {
    QCOMPARE(drugByName(" OCREVUS "), drugByAtc("L04AG08"));
    QCOMPARE(drugByName("Dimethyl Fumarate"), drugByAtc("L04AX07"));
    QVERIFY(drugByName("") == nullptr);
    QVERIFY(drugByName("aspirin") == nullptr);
  }

  void codesAreUnique() {
    std::set<std::string> codes;
    for (const Drug& drug : drugs()) {
      QVERIFY(!drug.name.empty());
      if (!drug.atc.empty()) {
        QVERIFY2(codes.insert(drug.atc).second, drug.atc.c_str());
      }
      for (const std::string& old : drug.retiredAtc) {
        QVERIFY2(codes.insert(old).second, old.c_str());
      }
    }
    std::set<std::string> variableCodes;
    std::set<std::string> codings;
    for (const Variable& row : variables()) {
      QVERIFY2(variableCodes.insert(row.code).second, row.code.c_str());
      for (const Coding& coding : row.codings) {
        QVERIFY2(codings.insert(coding.system + "|" + coding.code).second, coding.code.c_str());
      }
    }
  }

  void everyRowNamesItsSource() {
    for (const Drug& drug : drugs()) {
      for (const Provenance& from : {drug.codesFrom, drug.efficacyFrom, drug.intervalFrom, drug.launchFrom}) {
        QVERIFY2(!from.source.empty(), drug.name.c_str());
      }
    }
    for (const Variable& row : variables()) {
      QVERIFY2(!row.from.source.empty(), row.code.c_str());
      for (const Coding& coding : row.codings) {
        // A code that nobody has seen in a source has no place in the dictionary.
        QVERIFY(coding.from.confidence == Confidence::Primary || coding.from.confidence == Confidence::Secondary);
      }
    }
  }

  void knowsWhatTheFieldKnows() {
    const Drug* natalizumab = drugByAtc("L04AG03");
    QCOMPARE(natalizumab->launchEu, 2006);
    QVERIFY(natalizumab->efficacy == Efficacy::High);
    QVERIFY(natalizumab->dosing == Dosing::Infusion);
    const Drug* daclizumab = drugByAtc("L04AC01");
    QCOMPARE(daclizumab->launchEu, 2016);
    QCOMPARE(daclizumab->withdrawn.value_or(0), 2018);
    QVERIFY(drugByAtc("L04AA40")->dosing == Dosing::Course);
    QVERIFY(drugByAtc("L03AX13")->efficacy == Efficacy::Modest);
    QVERIFY(!drugByAtc("L01FA01")->licensedForMs);

    QCOMPARE(variableByCoding("http://loinc.org", "101281-4"), variable("snfl"));
    QVERIFY(variable("sdmt")->worse == Worse::Lower);
    QCOMPARE(variable("sdmt")->max, 110.0);
    QVERIFY(variable("sdmt")->codings.empty()); // no code was found for it
    for (const Variable& row : variables()) {
      if (row.kind == Variable::Kind::Number) {
        QVERIFY2(isKnownUnit(row.unit), row.code.c_str());
      }
    }
  }

  void refusesBadTables_data() {
    QTest::addColumn<QString>("json");
    const char* row = R"({"code":"a","label":"A","kind":"number","group":"g","unit":"s","min":0,"max":1,)"
                      R"("worse":"higher","source":"s","confidence":"local"})";
    QTest::newRow("empty") << "";
    QTest::newRow("no JSON") << "{";
    QTest::newRow("other key") << R"({"drugs":[]})";
    QTest::newRow("no list") << R"({"variables":{}})";
    QTest::newRow("row is no object") << R"({"variables":[1]})";
    const auto changed = [&](const char* from, const char* to) {
      return QString(R"({"variables":[%1]})").arg(QString(row).replace(from, to));
    };
    QTest::newRow("code missing") << changed("\"code\":\"a\",", "");
    QTest::newRow("code no text") << changed("\"code\":\"a\"", "\"code\":7");
    QTest::newRow("unknown kind") << changed("number", "colour");
    QTest::newRow("unknown unit") << changed("\"unit\":\"s\"", "\"unit\":\"furlong\"");
    QTest::newRow("empty range") << changed("\"max\":1", "\"max\":0");
    QTest::newRow("number as text") << changed("\"max\":1", "\"max\":\"1\"");
    QTest::newRow("unknown confidence") << changed("local", "sure");
    QTest::newRow("category without levels") << changed("number", "category");
    QTest::newRow("levels no list") << changed("\"group\"", "\"levels\":3,\"group\"");
    QTest::newRow("level without code") << changed("\"group\"", "\"levels\":[{\"label\":\"x\"}],\"group\"");
  }
  void refusesBadTables() {
    QFETCH(QString, json);
    const auto table = parseVariables(json.toStdString());
    QVERIFY(!table.ok());
    QCOMPARE(table.error().code, ErrorCode::InvalidInput);
  }

  void takesAGoodTable() {
    const auto table = parseVariables(
        R"({"variables":[{"code":"a","label":"A","kind":"number","group":"g","unit":"s","min":0,"max":1,)"
        R"("worse":"lower","source":"s","confidence":"local"}]})");
    QVERIFY(table.ok());
    QCOMPARE(table->size(), std::size_t{1});
    QVERIFY(table->front().worse == Worse::Lower);
  }
};

QTEST_APPLESS_MAIN(TestTables)
#include "tst_tables.moc"
