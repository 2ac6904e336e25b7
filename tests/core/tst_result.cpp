#include <facet/core/result.h>

#include <QtTest>

#include <memory>

using namespace facet;

namespace {
Result<int> half(int n) {
  if (n % 2 != 0) {
    return Error{ErrorCode::InvalidInput, std::to_string(n), FACET_TEXT("test", "is odd")};
  }
  return n / 2;
}
} // namespace

class TestResult : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void holdsValueOrError() {
    QCOMPARE(*half(4), 2);
    QVERIFY(!half(3));
    QCOMPARE(half(3).error().code, ErrorCode::InvalidInput);
    QCOMPARE(half(3).valueOr(9), 9);
  }

  void chains() {
    QCOMPARE(*half(12).andThen(half).andThen([](int n) -> Result<int> { return n + 1; }), 4);
    QVERIFY(!half(6).andThen(half).andThen(half));
  }

  void movesValues() {
    Result<std::unique_ptr<int>> result(std::make_unique<int>(5));
    const std::unique_ptr<int> value = std::move(result).value();
    QCOMPARE(*value, 5);
  }

  void describesItself() {
    const Error error{ErrorCode::Corrupt, "a.nii", FACET_TEXT("test", "ends after %1 of %2 bytes").with(10, 348),
                      atByte(10)};
    QVERIFY(describe(error) == "a.nii: ends after 10 of 348 bytes (byte 10)");
    QVERIFY(describe(cancelledError()) == "cancelled");
  }

  void fillsPlacesOnce() {
    // An argument that looks like a place is not filled again.
    QVERIFY(fillPlaces("%2 %1 %3 100 %", {"%2", "b"}) == "b %2 %3 100 %");
    QVERIFY(FACET_TEXT("test", "%1 mm").with(0.1).english() == "0.1 mm");
  }
};

QTEST_APPLESS_MAIN(TestResult)
#include "tst_result.moc"
