#include "hex.h"
#include "key_store.h"

#include <facet/core/files.h>
#include <facet/storage/digest.h>

#include <nlohmann/json.hpp>

#include <optional>

namespace facet::storage {
namespace {

using Json = nlohmann::json;

constexpr const char* kName = "key.json";
constexpr const char* kCopyName = "key.copy.json";
constexpr int kFormat = 1;
/// Bounds for what a passphrase may cost, so that a doctored file cannot stall the program. Units: bytes.
constexpr std::uint64_t kHighestMemory = std::uint64_t{4} << 30;
constexpr std::uint64_t kHighestOperations = 64;

struct ProtectionName {
  Protection protection;
  const char* name;
};
constexpr std::array<ProtectionName, 4> kProtections = {{{Protection::None, "none"},
                                                         {Protection::KeyFile, "key-file"},
                                                         {Protection::SecretService, "secret-service"},
                                                         {Protection::Passphrase, "passphrase"}}};

Error damaged(const std::filesystem::path& path) {
  return {ErrorCode::Corrupt, displayName(path), FACET_TEXT("storage", "is damaged")};
}

/// The SHA-256 over the document without its own entry "sha256": finds damage, not malice.
std::string checksum(Json json) {
  json.erase("sha256");
  return sha256(bytesOf(json.dump())).toHex();
}

const Json* entry(const Json& json, const char* name, Json::value_t type) {
  const auto found = json.is_object() ? json.find(name) : json.end();
  return found != json.end() && found->type() == type ? &*found : nullptr;
}

std::optional<std::string> textEntry(const Json& json, const char* name) {
  const Json* found = entry(json, name, Json::value_t::string);
  return found == nullptr ? std::nullopt : std::optional(found->get<std::string>());
}

bool bytesEntry(const Json& json, const char* name, std::span<std::uint8_t> into) {
  const auto text = textEntry(json, name);
  return text && fromHex(*text, into);
}

bool numberEntry(const Json& json, const char* name, std::uint64_t highest, std::uint64_t& into) {
  const Json* found = entry(json, name, Json::value_t::number_unsigned);
  if (found == nullptr) {
    return false;
  }
  into = found->get<std::uint64_t>();
  return into >= 1 && into <= highest;
}

/// Nothing for a protection that this program does not know.
std::optional<SealedKey> readSealed(const Json& json, bool& whole) {
  const auto name = textEntry(json, "protection");
  whole = name.has_value();
  for (const ProtectionName& known : kProtections) {
    if (whole && *name == known.name) {
      SealedKey key;
      key.protection = known.protection;
      whole = bytesEntry(json, "nonce", key.nonce) && bytesEntry(json, "sealed", key.sealed);
      if (key.protection == Protection::Passphrase) {
        whole = whole && bytesEntry(json, "salt", key.salt) &&
                numberEntry(json, "operations", kHighestOperations, key.operations) &&
                numberEntry(json, "memory_bytes", kHighestMemory, key.memoryBytes);
      }
      return key;
    }
  }
  return std::nullopt;
}

Result<KeyDocument> parse(const std::filesystem::path& path, const std::string& bytes) {
  // Bounded in depth, for the checksum goes through it recursively.
  const auto shallow = [](int depth, Json::parse_event_t, const Json&) { return depth < 8; };
  const Json json = Json::parse(bytes, shallow, false);
  const auto written = textEntry(json, "sha256");
  if (!written || *written != checksum(json)) {
    return damaged(path);
  }
  std::uint64_t format = 0;
  if (!numberEntry(json, "facet_key", UINT64_MAX, format)) {
    return damaged(path);
  }
  if (format > kFormat) {
    return Error{ErrorCode::Unsupported, displayName(path),
                 FACET_TEXT("storage", "was written by a newer Facet: use that program, or another folder")};
  }
  KeyDocument document;
  const auto id = textEntry(json, "id");
  const Json* demo = entry(json, "demo", Json::value_t::boolean);
  const Json* keys = entry(json, "keys", Json::value_t::array);
  std::array<std::uint8_t, 16> idBytes{};
  if (!id || !fromHex(*id, idBytes) || demo == nullptr || keys == nullptr) {
    return damaged(path);
  }
  document.id = *id;
  document.kind = demo->get<bool>() ? CacheKind::Demo : CacheKind::Protected;
  for (const Json& each : *keys) {
    bool whole = false;
    const auto key = readSealed(each, whole);
    if (!whole) {
      return damaged(path);
    }
    if (key) {
      document.keys.push_back(*key);
    }
  }
  return document;
}

Result<KeyDocument> readOne(const std::filesystem::path& path) {
  const auto bytes = readFile(path, 1 << 20);
  if (!bytes) {
    return bytes.error();
  }
  return parse(path, *bytes);
}

} // namespace

Result<KeyDocument> readKeyDocument(const std::filesystem::path& folder) {
  auto document = readOne(folder / kName);
  if (!document && (document.error().code == ErrorCode::NotFound || document.error().code == ErrorCode::Corrupt)) {
    if (auto copy = readOne(folder / kCopyName)) {
      return copy;
    }
  }
  return document;
}

Result<void> writeKeyDocument(const std::filesystem::path& folder, const KeyDocument& document) {
  Json json = {
      {"facet_key", kFormat}, {"id", document.id}, {"demo", document.kind == CacheKind::Demo}, {"keys", Json::array()}};
  for (const SealedKey& key : document.keys) {
    Json each = {{"nonce", toHex(key.nonce)}, {"sealed", toHex(key.sealed)}};
    for (const ProtectionName& known : kProtections) {
      if (known.protection == key.protection) {
        each["protection"] = known.name;
      }
    }
    if (key.protection == Protection::Passphrase) {
      each["salt"] = toHex(key.salt);
      each["operations"] = key.operations;
      each["memory_bytes"] = key.memoryBytes;
    }
    json["keys"].push_back(each);
  }
  json["sha256"] = checksum(json);
  const std::string text = json.dump(2) + "\n";
  if (auto written = writeFileAtomically(folder / kCopyName, text, FileAccess::Private); !written) {
    return written;
  }
  return writeFileAtomically(folder / kName, text, FileAccess::Private);
}

} // namespace facet::storage
