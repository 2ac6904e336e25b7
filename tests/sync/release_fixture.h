#pragma once

#include <facet/clinical/fhir.h>
#include <facet/clinical/release_manifest.h>
#include <facet/storage/signature.h>

#include <QTemporaryDir>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// A release that a test puts together file by file.
class ReleaseFixture {
public:
  ReleaseFixture();

  [[nodiscard]] std::filesystem::path folder() const { return m_folder; }
  [[nodiscard]] std::filesystem::path file(const std::string& path) const { return m_folder / path; }

  /// Puts a file into the folder, to be listed by finish().
  void put(const std::string& path, const std::string& bytes);
  /// Puts an NDJSON file that the manifest names.
  void resources(const std::string& path, const std::string& type, const std::vector<std::string>& lines);
  void remove(const std::string& path);
  /// Writes manifest.json, SHA256SUMS, the key and the signature for the files put so far.
  void finish();
  /// Signs SHA256SUMS as it is now.
  void sign();
  /// Adds lines to SHA256SUMS and signs again.
  void addChecksums(const std::string& lines);

  facet::clinical::ReleaseManifest manifest;
  facet::storage::SigningKey key;

private:
  QTemporaryDir m_temporary;
  std::filesystem::path m_folder;
  std::map<std::string, std::string> m_digests;
};

void writeBytes(const std::filesystem::path& path, const std::string& bytes);
std::string readBytes(const std::filesystem::path& path);
facet::storage::SigningKey testKey(const std::string& seed);
/// A line of NDJSON.
std::string line(const std::string& person, facet::clinical::Record record);
