#include <facet/storage/secret.h>

#include <QtTest>

#include <algorithm>
#include <array>

using namespace facet;
using namespace facet::storage;

namespace {

SecretKey counting() {
  std::array<std::uint8_t, SecretKey::kBytes> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<std::uint8_t>(i);
  }
  return SecretKey::fromBytes(bytes);
}

} // namespace

class TestSecret : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void readsDigits() {
    const auto key = SecretKey::fromHex("000102030405060708090a0b0c0d0e0f101112131415161718191A1B1C1D1E1F");
    QVERIFY(key);
    QVERIFY(*key == counting());
    for (const char* bad : {"", "00", "000102030405060708090a0b0c0d0e0f101112131415161718191A1B1C1D1E1",
                            "000102030405060708090a0b0c0d0e0f101112131415161718191A1B1C1D1E1F0",
                            "000102030405060708090a0b0c0d0e0f101112131415161718191A1B1C1D1E1x"}) {
      const auto refused = SecretKey::fromHex(bad);
      QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
      QVERIFY2(bad[0] == '\0' || describe(refused.error()).find(bad) == std::string::npos, "the message tells the key");
    }
  }

  void derivesByPurpose() {
    // Expected value: Python's hashlib.blake2b(b"blob names", key=bytes(range(32)), digest_size=32).
    const SecretKey derived = counting().derive("blob names");
    const auto expected = SecretKey::fromHex("75c908eb64e9027eaf9b66795bf2bf1b1d1a7ffb705772ec118dac1a12e352f3");
    QVERIFY(expected);
    QVERIFY(derived == *expected);
    QVERIFY(!(counting().derive("blobs") == derived));
    QVERIFY(!(derived == counting()));
  }

  void randomKeysDiffer() { QVERIFY(!(SecretKey::random() == SecretKey::random())); }

  void copiesOnlyWhenAsked() {
    SecretKey key = counting();
    const SecretKey copy = key.clone();
    const SecretKey moved = std::move(key);
    QVERIFY(copy == moved);
  }

  void textLeavesNothingBehind() {
    // Short texts live inside the object and long ones on the heap; both must be gone after a move.
    for (const std::string& text : {std::string("short"), std::string(100, 'x')}) {
      SecretText first{std::string(text)};
      SecretText second = std::move(first);
      QVERIFY(second.view() == text);
      QVERIFY(first.empty()); // NOLINT(bugprone-use-after-move)
      SecretText third{std::string("other")};
      third = std::move(second);
      QVERIFY(third.view() == text);
      QVERIFY(second.empty()); // NOLINT(bugprone-use-after-move)
    }
  }
};

QTEST_APPLESS_MAIN(TestSecret)
#include "tst_secret.moc"
