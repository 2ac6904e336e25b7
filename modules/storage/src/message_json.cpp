#include "message_json.h"

#include <nlohmann/json.hpp>

namespace facet::storage {
namespace {

using Json = nlohmann::json;

Json toJson(const Message& message) {
  if (message.empty()) {
    return nullptr;
  }
  return {{"context", message.context()}, {"source", message.source()}, {"arguments", message.arguments()}};
}

std::string textAt(const Json& object, const char* key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  return object.is_object() && found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Message toMessage(const Json& json) {
  std::string source = textAt(json, "source");
  if (source.empty()) {
    return {};
  }
  std::vector<std::string> arguments;
  if (const auto found = json.find("arguments"); found != json.end() && found->is_array()) {
    for (const Json& argument : *found) {
      arguments.push_back(argument.is_string() ? argument.get<std::string>() : std::string());
    }
  }
  return Message::fromStored(textAt(json, "context"), std::move(source), std::move(arguments));
}

/// File names need not be UTF-8; what is not is replaced.
std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

std::string messageToJson(const Message& message) {
  return dump(toJson(message));
}

Message messageFromJson(std::string_view json) {
  return toMessage(Json::parse(json, nullptr, false));
}

std::string noticesToJson(const std::vector<Notice>& notices) {
  Json list = Json::array();
  for (const Notice& notice : notices) {
    list.push_back({{"subject", notice.subject}, {"reason", toJson(notice.reason)}, {"place", toJson(notice.place)}});
  }
  return dump(list);
}

std::vector<Notice> noticesFromJson(std::string_view json) {
  const Json list = Json::parse(json, nullptr, false);
  std::vector<Notice> notices;
  if (list.is_array()) {
    for (const Json& item : list) {
      if (item.is_object()) {
        notices.push_back(
            {textAt(item, "subject"), toMessage(item.value("reason", Json())), toMessage(item.value("place", Json()))});
      }
    }
  }
  return notices;
}

} // namespace facet::storage
