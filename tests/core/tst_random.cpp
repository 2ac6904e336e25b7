#include <facet/core/random.h>

#include <QtTest>

#include <array>
#include <cmath>

using namespace facet;

class TestRandom : public QObject {
  Q_OBJECT

private Q_SLOTS:
  // Known answers of Random123, file kat_vectors, philox4x32 10.
  void knownAnswers() {
    using Words = std::array<std::uint32_t, 4>;
    QVERIFY((philox4x32({0, 0, 0, 0}, {0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    constexpr std::uint32_t all = 0xffffffff;
    QVERIFY((philox4x32({all, all, all, all}, {all, all}) == Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    QVERIFY((philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
             Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
  }

  void sameStreamSameNumbers() {
    RandomStream a(7, 123456789012ULL, 3);
    RandomStream b(7, 123456789012ULL, 3);
    for (int i = 0; i < 100; ++i) {
      QCOMPARE(a.word(), b.word());
    }
  }

  void streamsDiffer() {
    const auto first = [](std::uint64_t seed, std::uint64_t item, std::uint32_t purpose) {
      return RandomStream(seed, item, purpose).word();
    };
    QVERIFY(first(1, 1, 1) != first(2, 1, 1));
    QVERIFY(first(1, 1, 1) != first(1, 2, 1));
    QVERIFY(first(1, 1, 1) != first(1, 1, 2));
  }

  // Means and variances within five standard errors of 200,000 draws.
  void moments_data() {
    QTest::addColumn<int>("which");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("variance");
    QTest::newRow("uniform") << 0 << 0.5 << 1.0 / 12;
    QTest::newRow("normal") << 1 << 2.0 << 9.0;
    QTest::newRow("exponential") << 2 << 0.25 << 0.0625;
    QTest::newRow("gamma 0.5, 2") << 3 << 1.0 << 2.0;
    QTest::newRow("gamma 4, 0.5") << 4 << 2.0 << 1.0;
    QTest::newRow("poisson 3") << 5 << 3.0 << 3.0;
    QTest::newRow("poisson 100") << 6 << 100.0 << 100.0;
    QTest::newRow("below 6") << 7 << 2.5 << 35.0 / 12;
    QTest::newRow("pick 1:0:3") << 8 << 1.5 << 0.75;
  }
  void moments() {
    QFETCH(int, which);
    QFETCH(double, mean);
    QFETCH(double, variance);
    RandomStream stream(42, 1, static_cast<std::uint32_t>(which));
    const auto draw = [&]() -> double {
      switch (which) {
      case 0:
        return stream.uniform();
      case 1:
        return stream.normal(2, 3);
      case 2:
        return stream.exponential(4);
      case 3:
        return stream.gamma(0.5, 2);
      case 4:
        return stream.gamma(4, 0.5);
      case 5:
        return stream.poisson(3);
      case 6:
        return stream.poisson(100);
      case 7:
        return stream.below(6);
      default:
        return static_cast<double>(stream.pick(std::array{1.0, 0.0, 3.0}));
      }
    };
    constexpr int n = 200000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; ++i) {
      const double x = draw();
      sum += x;
      squares += (x - mean) * (x - mean);
    }
    QVERIFY(std::abs(sum / n - mean) < 5 * std::sqrt(variance / n));
    QVERIFY(std::abs(squares / n - variance) < 0.05 * variance);
  }
};

QTEST_APPLESS_MAIN(TestRandom)
#include "tst_random.moc"
