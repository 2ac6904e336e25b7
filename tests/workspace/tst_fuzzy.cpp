#include <facet/workspace/fuzzy.h>

#include <QtTest>

using namespace facet::workspace;

class TestFuzzy : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void matches_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("places"); // empty: no match
    QTest::newRow("letters in order") << "sk7"
                                      << "SE-K7Q2-M3" << QList<int>{0, 3, 4};
    QTest::newRow("hyphens in the query do not count") << "k7q2-m3"
                                                       << "SE-K7Q2-M3" << QList<int>{3, 4, 5, 6, 8, 9};
    QTest::newRow("word starts are preferred") << "tl"
                                               << "Settle Time Line" << QList<int>{7, 12};
    QTest::newRow("a run is preferred to scattered letters") << "abc"
                                                             << "a b abc" << QList<int>{4, 5, 6};
    QTest::newRow("wrong order") << "ba"
                                 << "ab" << QList<int>{};
    QTest::newRow("longer than the text") << "abcd"
                                          << "abc" << QList<int>{};
    QTest::newRow("beyond ASCII") << QString::fromUtf8("üb") << QString::fromUtf8("ÜBERSICHT") << QList<int>{0, 1};
    QTest::newRow("empty text") << "a"
                                << "" << QList<int>{};
  }
  void matches() {
    QFETCH(QString, query);
    QFETCH(QString, text);
    QFETCH(QList<int>, places);
    const auto match = fuzzyMatch(query, text);
    QCOMPARE(match.has_value(), !places.isEmpty());
    if (match) {
      QCOMPARE(QList<int>(match->places.begin(), match->places.end()), places);
    }
  }

  void anEmptyQueryFitsEverything() {
    QVERIFY(fuzzyMatch(QString(), QStringLiteral("x")).has_value());
    QVERIFY(fuzzyMatch(QStringLiteral(" - "), QString()).has_value());
  }

  void ranks_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("begins the text") << "se"
                                     << "SE-1"
                                     << "NO-SE";
    QTest::newRow("begins a word") << "m3"
                                   << "SE-K7Q2-M3"
                                   << "SE-KM3Q-77";
    QTest::newRow("no gaps") << "time"
                             << "Timeline"
                             << "Treatment in June";
    QTest::newRow("whole text") << "mri"
                                << "MRI"
                                << "MRI of the cord";
  }
  void ranks() {
    QFETCH(QString, query);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(fuzzyMatch(query, better)->score > fuzzyMatch(query, worse)->score);
  }

  void isQuickOnManyPatients() {
    QElapsedTimer clock;
    clock.start();
    int found = 0;
    for (int i = 0; i < 50'000; ++i) {
      found += fuzzyMatch(QStringLiteral("SE-K7"), QStringLiteral("SE-K%1-M3").arg(i)).has_value() ? 1 : 0;
    }
    QVERIFY(found > 0);
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed()))); // a few ms when optimised
  }
};

QTEST_APPLESS_MAIN(TestFuzzy)
#include "tst_fuzzy.moc"
