#pragma once

#include <facet/storage/signature.h>

namespace facet::storage {

/// The key that signs releases of synthetic data. It is no secret, because it comes with the program; so it vouches for
/// nothing and is trusted in a demo cache alone.
[[nodiscard]] SigningKey demoSigningKey();

} // namespace facet::storage
