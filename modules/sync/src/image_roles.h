#pragma once

#include <facet/imaging/bids.h>
#include <facet/storage/images.h>

#include <string_view>

namespace facet::sync {

/// The role of an image of a BIDS dataset, by its suffix, its entities and the names of its numbers.
[[nodiscard]] storage::ImageRole roleOf(const imaging::BidsImage& image);
/// The role that the name of a loose file tells.
[[nodiscard]] storage::ImageRole roleOfName(std::string_view stem);

/// Whether a BIDS space is that of a template instead of a person's own. Source: BIDS 1.8, appendix VIII.
[[nodiscard]] bool isTemplateSpace(std::string_view space);

} // namespace facet::sync
