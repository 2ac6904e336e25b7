#include <facet/core/text.h>

#include <QtTest>

using namespace facet;
using namespace std::string_literals;

class TestText : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void decodes_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    const auto bytes = [](const std::string& s) { return QByteArray(s.data(), static_cast<qsizetype>(s.size())); };
    QTest::newRow("empty") << bytes("") << bytes("");
    QTest::newRow("plain") << bytes("a\nb") << bytes("a\nb");
    QTest::newRow("UTF-8 mark") << bytes("\xEF\xBB\xBF"
                                         "a")
                                << bytes("a");
    QTest::newRow("CRLF") << bytes("a\r\nb\r\n") << bytes("a\nb\n");
    QTest::newRow("old Mac") << bytes("a\rb") << bytes("a\nb");
    QTest::newRow("UTF-16 LE") << bytes("\xFF\xFE"s + "a\0\xE4\0"s) << bytes("aä");
    QTest::newRow("UTF-16 BE") << bytes("\xFE\xFF"s + "\0a\x20\xAC"s) << bytes("a€");
    QTest::newRow("UTF-16 pair") << bytes("\xFF\xFE"s + "\x3D\xD8\x00\xDE"s) << bytes("😀");
  }
  void decodes() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    const auto text = decodeText(bytes.toStdString());
    QVERIFY(text);
    QCOMPARE(QByteArray::fromStdString(*text), expected);
  }

  void refuses_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("place");
    const auto bytes = [](const std::string& s) { return QByteArray(s.data(), static_cast<qsizetype>(s.size())); };
    QTest::newRow("Latin-1") << bytes("M\xFCller") << "byte 1";
    QTest::newRow("cut") << bytes("ab\xE2\x82") << "byte 2";
    QTest::newRow("over-long") << bytes("\xC0\xAF") << "byte 0";
    QTest::newRow("surrogate") << bytes("\xED\xA0\x80") << "byte 0";
    QTest::newRow("beyond Unicode") << bytes("\xF4\x90\x80\x80") << "byte 0";
    QTest::newRow("NUL") << bytes("ab\0c"s) << "byte 2";
    QTest::newRow("odd UTF-16") << bytes("\xFF\xFE"s + "a"s) << "byte 2";
    QTest::newRow("lone surrogate") << bytes("\xFF\xFE"s + "\x3D\xD8"s) << "byte 2";
  }
  void refuses() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, place);
    const auto text = decodeText(bytes.toStdString());
    QVERIFY(!text);
    QCOMPARE(QString::fromStdString(text.error().place.english()), place);
  }

  void parsesNumbersInAnyLocale() {
    QCOMPARE(*parseNumber("2.5"), 2.5);
    QCOMPARE(*parseNumber("-1e3"), -1000.0);
    QCOMPARE(*parseNumber("+4"), 4.0);
    for (const char* text : {"", "2,5", "2.5 ", " 2.5", "nan", "inf", "1e999", "0x10", "+-4", "12a"}) {
      QVERIFY2(!parseNumber(text), text);
    }
    QCOMPARE(*parseInteger("-12"), -12LL);
    QVERIFY(!parseInteger("1.0"));
    QVERIFY(!parseInteger("99999999999999999999"));
  }

  void splitsAndTrims() {
    QCOMPARE(splitText("a\t\tb", '\t').size(), std::size_t(3));
    QCOMPARE(splitText("", ',').size(), std::size_t(1));
    QVERIFY(trimText(" \t a b \r\n") == "a b");
    QVERIFY(trimText("  ").empty());
  }
};

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
