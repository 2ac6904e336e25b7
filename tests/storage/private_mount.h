#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

/// Runs `body` in a child process with a small disk of its own mounted on `folder`; `body` gets a function that makes
/// the disk read-only. Returns what `body` said went wrong (empty: nothing), or nothing where the system does not let
/// a user mount anything.
std::optional<std::string>
withSmallDisk(const std::filesystem::path& folder, std::size_t kibibytes,
              const std::function<std::string(const std::function<bool()>& makeReadOnly)>& body);
