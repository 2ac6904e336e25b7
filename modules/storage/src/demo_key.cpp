#include <facet/storage/demo_key.h>
#include <facet/storage/digest.h>

namespace facet::storage {

SigningKey demoSigningKey() {
  const Digest seed = sha256(bytesOf("Facet demo release, signing key 1"));
  return SigningKey::fromSeed(SecretKey::fromBytes(SecretKey::View(seed.bytes)));
}

} // namespace facet::storage
