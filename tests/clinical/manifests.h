#pragma once

#include <string>
#include <vector>

/// A text that must be refused, and what the reason must contain.
struct ManifestRefusal {
  const char* name;
  std::string json;
  const char* expected;
};
std::vector<ManifestRefusal> manifestRefusals();
std::vector<ManifestRefusal> deletionRefusals();
std::string handWrittenManifest();
