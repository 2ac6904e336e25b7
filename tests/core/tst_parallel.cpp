#include <facet/core/parallel.h>

#include <QtTest>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <vector>

using namespace facet;

class TestParallel : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() { setThreadLimit(4); }
  void cleanup() { setThreadLimit(0); }

  void coversEverythingOnce_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("grain");
    QTest::newRow("nothing") << 0 << 10;
    QTest::newRow("one") << 1 << 10;
    QTest::newRow("less than a grain") << 9 << 10;
    QTest::newRow("exactly") << 40 << 10;
    QTest::newRow("rest") << 41 << 10;
    QTest::newRow("grain zero") << 5 << 0;
    QTest::newRow("many") << 100000 << 7;
  }
  void coversEverythingOnce() {
    QFETCH(int, count);
    QFETCH(int, grain);
    std::vector<std::atomic<int>> seen(static_cast<std::size_t>(count));
    parallelFor(seen.size(), static_cast<std::size_t>(grain), [&](std::size_t begin, std::size_t end) {
      QVERIFY(begin < end);
      for (std::size_t i = begin; i < end; ++i) {
        ++seen[i];
      }
    });
    for (const auto& n : seen) {
      QCOMPARE(n.load(), 1);
    }
  }

  void sameSplitOnAnyNumberOfThreads() {
    const auto starts = [](std::size_t threads) {
      setThreadLimit(threads);
      std::vector<std::size_t> ends(11);
      parallelFor(103, 10, [&](std::size_t begin, std::size_t end) { ends[begin / 10] = end; });
      return ends;
    };
    QVERIFY(starts(1) == starts(4));
  }

  void nests() {
    std::atomic<int> total = 0;
    parallelFor(20, 1, [&](std::size_t, std::size_t) {
      parallelFor(50, 5, [&](std::size_t begin, std::size_t end) { total += static_cast<int>(end - begin); });
    });
    QCOMPARE(total.load(), 1000);
  }

  void throwsWhatAPartThrew() {
    QVERIFY_EXCEPTION_THROWN(parallelFor(100, 1,
                                         [](std::size_t begin, std::size_t) {
                                           if (begin == 50) {
                                             throw std::runtime_error("part 50");
                                           }
                                         }),
                             std::runtime_error);
  }

  void manyCallersAtOnce() {
    std::atomic<int> total = 0;
    std::vector<std::thread> callers;
    for (int c = 0; c < 4; ++c) {
      callers.emplace_back([&] {
        for (int repeat = 0; repeat < 200; ++repeat) {
          parallelFor(64, 4, [&](std::size_t begin, std::size_t end) { total += static_cast<int>(end - begin); });
        }
      });
    }
    for (auto& caller : callers) {
      caller.join();
    }
    QCOMPARE(total.load(), 4 * 200 * 64);
  }
};

QTEST_APPLESS_MAIN(TestParallel)
#include "tst_parallel.moc"
