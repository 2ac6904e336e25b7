#include "release_fixture.h"

#include <facet/storage/demo_key.h>
#include <facet/storage/digest.h>

#include <fstream>
#include <iterator>

using namespace facet;
using namespace facet::storage;

void writeBytes(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

std::string readBytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

SigningKey testKey(const std::string& seed) {
  return SigningKey::fromSeed(SecretKey::fromBytes(SecretKey::View(sha256(bytesOf(seed)).bytes)));
}

std::string line(const std::string& person, clinical::Record record) {
  clinical::FhirResource resource;
  resource.type = clinical::fhirTypeOf(record);
  resource.id = clinical::idOf(record);
  resource.personId = person;
  resource.record = std::move(record);
  return clinical::writeFhir(resource);
}

ReleaseFixture::ReleaseFixture()
    : key(demoSigningKey())
    , m_folder(std::filesystem::canonical(m_temporary.path().toStdString()) / "release") {
  std::filesystem::create_directories(m_folder);
  manifest.series = "test";
  manifest.name = "Test consortium";
  manifest.version = "1";
  manifest.demo = true;
  manifest.time = *parseIsoInstant("2026-03-01T00:00:00Z");
}

void ReleaseFixture::put(const std::string& path, const std::string& bytes) {
  writeBytes(file(path), bytes);
  m_digests[path] = sha256(bytesOf(bytes)).toHex();
}

void ReleaseFixture::resources(const std::string& path, const std::string& type,
                               const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& one : lines) {
    text += one + "\n";
  }
  put(path, text);
  std::erase_if(manifest.output, [&](const clinical::ManifestFile& known) { return known.path == path; });
  manifest.output.push_back({type, path, static_cast<std::int64_t>(lines.size())});
}

void ReleaseFixture::remove(const std::string& path) {
  std::filesystem::remove(file(path));
  m_digests.erase(path);
  std::erase_if(manifest.output, [&](const clinical::ManifestFile& known) { return known.path == path; });
}

void ReleaseFixture::finish() {
  put("keys/release.pub", key.publicKey().toHex() + "\n");
  put("manifest.json", clinical::writeManifest(manifest));
  std::string sums;
  for (const auto& [path, digest] : m_digests) {
    sums += digest + "  " + path + "\n";
  }
  writeBytes(file("SHA256SUMS"), sums);
  sign();
}

void ReleaseFixture::sign() {
  const std::string sums = readBytes(file("SHA256SUMS"));
  const Signature signature = key.sign(bytesOf(sums));
  writeBytes(file("SHA256SUMS.sig"),
             std::string(reinterpret_cast<const char*>(signature.bytes.data()), signature.bytes.size()));
}

void ReleaseFixture::addChecksums(const std::string& lines) {
  writeBytes(file("SHA256SUMS"), readBytes(file("SHA256SUMS")) + lines);
  sign();
}
