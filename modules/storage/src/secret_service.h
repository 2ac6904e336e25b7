#pragma once

#include <facet/core/result.h>
#include <facet/storage/secret.h>

#include <chrono>
#include <string>

/// The desktop's keyring (freedesktop Secret Service). Nothing here starts a session bus or waits for one: without a
/// bus that answers within the patience, or without a service on it, the error is Unsupported.
namespace facet::storage {

/// Stores a secret under an id and reads it back. Errors: Unsupported; Unauthorized where the person refuses; Corrupt
/// where it does not come back as it was.
Result<void> keepSecret(const std::string& id, const std::string& label, const SecretKey& secret,
                        std::chrono::milliseconds patience);

/// Errors: Unsupported; NotFound; Unauthorized where the person refuses to unlock.
Result<SecretKey> findSecret(const std::string& id, std::chrono::milliseconds patience);

/// Errors: as findSecret.
Result<void> forgetSecret(const std::string& id, std::chrono::milliseconds patience);

} // namespace facet::storage
