#pragma once

#include <facet/workspace/session.h>

#include <string>

namespace facet::cli {

/// Everything of a person as one JSON document. Units: mm, UCUM where a unit stands beside a value; dates in ISO 8601
/// as far as they are known; affine maps row by row.
[[nodiscard]] std::string recordJson(const workspace::Patient& patient);

} // namespace facet::cli
