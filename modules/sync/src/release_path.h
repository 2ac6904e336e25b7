#pragma once

#include <facet/core/result.h>

#include <optional>
#include <string>
#include <string_view>

namespace facet::sync {

/// Why a path in a manifest or in checksums names no file of a release, or nothing where it does: parts of letters,
/// digits, spaces and ._+=@,()- joined by '/', none of them "." or "..", so that it means the same file on every system
/// and never one outside.
[[nodiscard]] std::optional<Message> pathFault(std::string_view path);

/// Whether the path lies in `truth/`, in upper or lower case: what synthetic releases keep apart from the program.
[[nodiscard]] bool isTruth(std::string_view path);

} // namespace facet::sync
