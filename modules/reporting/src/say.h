#pragma once

#include <facet/core/message.h>
#include <facet/workspace/texts.h>

#include <QString>

#include <concepts>
#include <string>

namespace facet::reporting {

inline std::string toArgument(const QString& text) {
  return text.toStdString();
}
inline auto toArgument(std::integral auto value) {
  return value;
}

/// The sentence in the language of `texts`, with arguments that may be QStrings.
template <class... Args>
[[nodiscard]] QString say(const workspace::Texts& texts, const Message& message, const Args&... args) {
  return texts.say(message.with(toArgument(args)...));
}

} // namespace facet::reporting
