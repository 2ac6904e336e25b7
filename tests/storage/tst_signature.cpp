#include <facet/storage/demo_key.h>
#include <facet/storage/signature.h>

#include <QtTest>

using namespace facet;
using namespace facet::storage;

namespace {

std::string unhex(const QByteArray& text) {
  return QByteArray::fromHex(text).toStdString();
}

QByteArray hex(const Signature& signature) {
  return QByteArray(reinterpret_cast<const char*>(signature.bytes.data()),
                    static_cast<qsizetype>(signature.bytes.size()))
      .toHex();
}

} // namespace

class TestSignature : public QObject {
  Q_OBJECT

private Q_SLOTS:
  // Source: RFC 8032, section 7.1, tests 1 to 3.
  void knownAnswers_data() {
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("publicKey");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("1") << QByteArray("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
                       << QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a") << QByteArray()
                       << QByteArray("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
                                     "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    QTest::newRow("2") << QByteArray("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
                       << QByteArray("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
                       << QByteArray("72")
                       << QByteArray("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da0"
                                     "85ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    QTest::newRow("3") << QByteArray("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
                       << QByteArray("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
                       << QByteArray("af82")
                       << QByteArray("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac1"
                                     "8ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
  }

  void knownAnswers() {
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, publicKey);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, signature);
    const auto seed = SecretKey::fromHex(secret.toStdString());
    QVERIFY(seed);
    const SigningKey key = SigningKey::fromSeed(*seed);
    QVERIFY(key.publicKey().toHex() == publicKey.toStdString());
    const std::string text = unhex(message);
    QCOMPARE(hex(key.sign(bytesOf(text))), signature);

    const auto readKey = PublicKey::fromHex(" " + publicKey.toStdString() + "\r\n");
    const std::string signatureBytes = unhex(signature);
    const auto readSignature = Signature::fromBytes(bytesOf(signatureBytes));
    QVERIFY(readKey && readSignature);
    QVERIFY(verifySignature(*readKey, bytesOf(text), *readSignature));
  }

  void everyFlippedBitIsRefused() {
    const SigningKey key = SigningKey::fromSeed(SecretKey::random());
    std::string message = "0123  manifest.json\n";
    const Signature signature = key.sign(bytesOf(message));
    QVERIFY(verifySignature(key.publicKey(), bytesOf(message), signature));
    for (std::size_t bit = 0; bit < 8 * message.size(); ++bit) {
      message[bit / 8] = static_cast<char>(message[bit / 8] ^ (1 << (bit % 8)));
      QVERIFY(!verifySignature(key.publicKey(), bytesOf(message), signature));
      message[bit / 8] = static_cast<char>(message[bit / 8] ^ (1 << (bit % 8)));
    }
    for (std::size_t bit = 0; bit < 512; ++bit) {
      Signature flipped = signature;
      flipped.bytes[bit / 8] = static_cast<std::uint8_t>(flipped.bytes[bit / 8] ^ (1U << (bit % 8)));
      QVERIFY(!verifySignature(key.publicKey(), bytesOf(message), flipped));
    }
    QVERIFY(!verifySignature(SigningKey::fromSeed(SecretKey::random()).publicKey(), bytesOf(message), signature));
    QVERIFY(!verifySignature(PublicKey(), bytesOf(message), signature));
    QVERIFY(!verifySignature(key.publicKey(), bytesOf(std::string_view(message).substr(1)), signature));
  }

  void refusesOtherShapes() {
    QCOMPARE(PublicKey::fromHex("").error().code, ErrorCode::InvalidInput);
    QCOMPARE(PublicKey::fromHex(std::string(62, 'a')).error().code, ErrorCode::InvalidInput);
    QCOMPARE(PublicKey::fromHex(std::string(32, 'a') + "\n" + std::string(32, 'a')).error().code,
             ErrorCode::InvalidInput);
    QCOMPARE(Signature::fromBytes(bytesOf(std::string(63, 'a'))).error().code, ErrorCode::InvalidInput);
    QCOMPARE(Signature::fromBytes(bytesOf(std::string(65, 'a'))).error().code, ErrorCode::InvalidInput);
  }

  void fingerprintIsForPeople() {
    const auto key = PublicKey::fromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    QVERIFY(key);
    // Expected value: the first 32 digits that sha256sum prints for the 32 bytes of the key.
    QVERIFY(key->fingerprint() == "21FE 31DF A154 A261 626B F854 046F D227");
  }

  /// Expected value: OpenSSL's public key for the seed that sha256sum prints for the seed's text. It must never change:
  /// caches have pinned it.
  void demoKeyStays() {
    QVERIFY(demoSigningKey().publicKey().toHex() == "1c9c83934e004f82526b219ce4e38a8b82d0e297d812b31fb80a1c7f0b203c8c");
  }
};

QTEST_APPLESS_MAIN(TestSignature)
#include "tst_signature.moc"
