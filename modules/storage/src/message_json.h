#pragma once

#include <facet/core/result.h>

#include <string>
#include <string_view>
#include <vector>

/// Sentences as they stand in the databases: {"context", "source", "arguments"}, so that they are said in the language
/// of the reader. What is damaged or empty is read as an empty message.
namespace facet::storage {

[[nodiscard]] std::string messageToJson(const Message& message);
[[nodiscard]] Message messageFromJson(std::string_view json);

/// An array of {"subject", "reason", "place"}.
[[nodiscard]] std::string noticesToJson(const std::vector<Notice>& notices);
[[nodiscard]] std::vector<Notice> noticesFromJson(std::string_view json);

} // namespace facet::storage
