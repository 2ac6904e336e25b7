#include <facet/core/message.h>

#include <array>

namespace facet {

std::string fillPlaces(std::string_view source, const std::vector<std::string>& arguments) {
  std::string out;
  out.reserve(source.size() + 16 * arguments.size());
  for (std::size_t i = 0; i < source.size(); ++i) {
    const bool place = source[i] == '%' && i + 1 < source.size() && source[i + 1] >= '1' && source[i + 1] <= '9';
    const auto index = place ? static_cast<std::size_t>(source[i + 1] - '1') : arguments.size();
    if (index < arguments.size()) {
      out += arguments[index];
      ++i;
    } else {
      out += source[i];
    }
  }
  return out;
}

Message Message::fromStored(std::string context, std::string source, std::vector<std::string> arguments) {
  auto kept = std::make_shared<const std::pair<std::string, std::string>>(std::move(context), std::move(source));
  Message message(kept->first.c_str(), kept->second.c_str());
  message.m_kept = std::move(kept);
  message.m_arguments = std::move(arguments);
  return message;
}

std::string Message::english() const {
  return fillPlaces(m_source, m_arguments);
}

std::string Message::formatNumber(double value) {
  std::array<char, 64> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return error == std::errc() ? std::string(buffer.data(), end) : std::string("?");
}

Message atLine(std::size_t line) {
  return FACET_TEXT("core", "line %1").with(line);
}

Message atByte(std::size_t offset) {
  return FACET_TEXT("core", "byte %1").with(offset);
}

} // namespace facet
