#include <facet/workspace/language.h>
#include <facet/workspace/texts.h>

#include <QtTest>

using namespace facet;
using namespace facet::workspace;

class TestTexts : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

  void saysErrors() {
    const Error error{ErrorCode::Corrupt, "a.nii", FACET_TEXT("test", "ends after %1 of %2 bytes").with(10, 348),
                      atByte(10)};
    QCOMPARE(Texts().describe(error), QStringLiteral("a.nii: ends after 10 of 348 bytes (byte 10)"));
    QCOMPARE(Texts().describe(Error{ErrorCode::Io, {}, FACET_TEXT("test", "no")}), QStringLiteral("no"));
    QVERIFY(Texts().say(Message()).isNull());
  }

  void keepsOddArguments() {
    // An argument that looks like a place, and one with letters beyond ASCII.
    QCOMPARE(Texts().say(FACET_TEXT("test", "%2 and %1").with("%2", "Ångström ½")),
             QString::fromUtf8("Ångström ½ and %2"));
  }

  void writesDates() {
    const Texts texts;
    QCOMPARE(texts.date(*dayOf(2026, 11, 14)), QStringLiteral("14 Nov 2026"));
    QCOMPARE(texts.date(*dayOf(1969, 12, 31)), QStringLiteral("31 Dec 1969"));
    QCOMPARE(texts.date(*PartialDate::fromYearMonth(2018, 3)), QStringLiteral("Mar 2018"));
    QCOMPARE(texts.date(*PartialDate::fromYear(2018)), QStringLiteral("2018"));
    QCOMPARE(texts.month(PartialDate(*dayOf(2018, 3, 9))), QStringLiteral("Mar 2018"));
  }

  void writesNumbers() {
    const Texts texts;
    QCOMPARE(texts.number(1204.25, 1), QStringLiteral("1,204.3"));
    QCOMPARE(texts.number(-0.5, 1), QString::fromUtf8("−0.5"));
    QCOMPARE(texts.count(-50213), QString::fromUtf8("−50,213"));
  }

  void writesDurations_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("text");
    QTest::newRow("days") << "2026-01-01"
                          << "2026-01-24"
                          << "23 d";
    QTest::newRow("one day short of three months") << "2026-01-31"
                                                   << "2026-04-29"
                                                   << "88 d";
    QTest::newRow("month end") << "2026-01-31"
                               << "2026-04-30"
                               << "3 mo";
    QTest::newRow("months") << "2025-09-12"
                            << "2026-11-14"
                            << "14 mo";
    QTest::newRow("leap day") << "2024-02-29"
                              << "2026-02-27"
                              << "23 mo";
    QTest::newRow("years") << "2018-03-01"
                           << "2026-11-14"
                           << "8.7 y"; // 3180 / 365.25 = 8.706
  }
  void writesDurations() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QTEST(Texts().duration(*parseIsoDay(from.toStdString()), *parseIsoDay(to.toStdString())), "text");
  }

  void speaksAnotherLanguageThanTheWindow() {
    const Texts german = *Texts::inLanguage(QStringLiteral("de"));
    QCOMPARE(german.locale().language(), QLocale::German);
    QCOMPARE(german.number(1204.25, 2), QStringLiteral("1.204,25"));
    QCOMPARE(german.duration(*dayOf(2018, 3, 1), *dayOf(2026, 11, 14)), QStringLiteral("8,7 J."));
    QCOMPARE(Texts().number(0.5, 1), QStringLiteral("0.5"));
    QCOMPARE(Texts::inLanguage(QStringLiteral("xx")).error().code, ErrorCode::NotFound);
  }

  void changesTheApplicationsLanguage() {
    ApplicationLanguage language;
    QVERIFY(language.set(QStringLiteral("de")).ok());
    QCOMPARE(Texts().say(cancelledError().reason), QStringLiteral("abgebrochen"));
    QVERIFY(!language.set(QStringLiteral("tlh")).ok());
    QCOMPARE(language.code(), QStringLiteral("de"));
    QVERIFY(language.set(QStringLiteral("en")).ok());
    QCOMPARE(Texts().say(cancelledError().reason), QStringLiteral("cancelled"));
  }

  void marksEveryTextInThePseudoLocale() {
    ApplicationLanguage language;
    QVERIFY(language.set(QLatin1String(kPseudoLanguage)).ok());
    // Places, accelerators and markup stay; dates keep their pattern.
    QCOMPARE(Texts().say(FACET_TEXT("test", "<b>%1</b> on &day").with("x")),
             QString::fromUtf8("[<b>x</b> öñ &đåý~~~~~~]"));
    QCOMPARE(Texts().translate("test", "%n rows", nullptr, 3), QString::fromUtf8("[3 řöŵš~~]").replace(u'ŵ', u'w'));
    QCOMPARE(Texts().date(*dayOf(2026, 11, 14)), QStringLiteral("14 Nov 2026"));
  }
};

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
