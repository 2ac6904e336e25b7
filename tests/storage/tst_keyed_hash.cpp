#include <facet/storage/keyed_hash.h>

#include <QtTest>

#include <set>

using namespace facet;
using namespace facet::storage;

namespace {

SecretKey counting() {
  return std::move(SecretKey::fromHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")).value();
}

QByteArray hex(const KeyedHash::Value& value) {
  return QByteArray(reinterpret_cast<const char*>(value.data()), static_cast<qsizetype>(value.size())).toHex();
}

} // namespace

class TestKeyedHash : public QObject {
  Q_OBJECT

private Q_SLOTS:
  // Expected values: Python's hashlib.blake2b with the key derived in tst_secret, each part after its length in eight
  // bytes, lowest first.
  void knownAnswers() {
    const KeyedHash hash(counting(), "blob names");
    QCOMPARE(hex(hash.of({})), QByteArray("5563c59a04e9a30f0995f76c32f148e5bcafcb60fb86c4c8db41b1691373fb2e"));
    QCOMPARE(hex(hash.of({"a", "bc"})), QByteArray("8be525111848a627cae2437c047a76d2b9317c4499965c2ce8a35e81f885b838"));
    QCOMPARE(hex(hash.of({"ab", "c"})), QByteArray("439e07eb0d4b166ed0e3109eab6f778183c744c6870b590d23239a21aa0f0cae"));
    QVERIFY(hash.pseudonym("Hospital A", "19560302-1234") == "PW47TKBXWDG84");
  }

  void pseudonymsAreStableAndApart() {
    const KeyedHash hash(counting(), "pseudonyms");
    const KeyedHash otherKey(SecretKey::random(), "pseudonyms");
    std::set<std::string> seen;
    for (int i = 0; i < 2000; ++i) {
      const std::string id = std::to_string(i);
      const std::string pseudonym = hash.pseudonym("A", id);
      QVERIFY(pseudonym == hash.pseudonym("A", id));
      QVERIFY(pseudonym != otherKey.pseudonym("A", id));
      QVERIFY(pseudonym != hash.pseudonym("B", id));
      QCOMPARE(pseudonym.size(), std::size_t{13});
      seen.insert(pseudonym);
    }
    QCOMPARE(seen.size(), std::size_t{2000});
  }
};

QTEST_APPLESS_MAIN(TestKeyedHash)
#include "tst_keyed_hash.moc"
