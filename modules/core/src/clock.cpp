#include <facet/core/clock.h>

#include <charconv>
#include <cstdio>

namespace facet {

using namespace std::chrono;

std::string toIso(Instant instant) {
  const auto day = floor<days>(instant);
  const hh_mm_ss time(instant - day);
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "T%02d:%02d:%02d.%03dZ", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                static_cast<int>(time.subseconds().count()));
  return toIso(day) + buffer;
}

Result<Instant> parseIsoInstant(std::string_view text) {
  const Error bad{ErrorCode::InvalidInput, std::string(text),
                  FACET_TEXT("core", "is no UTC time of the form YYYY-MM-DDThh:mm:ssZ")};
  const bool seconds = text.size() == 20 && text[19] == 'Z';
  const bool millis = text.size() == 24 && text[19] == '.' && text[23] == 'Z';
  if (!(seconds || millis) || text[10] != 'T' || text[13] != ':' || text[16] != ':') {
    return bad;
  }
  const auto day = parseIsoDay(text.substr(0, 10));
  if (!day) {
    return bad;
  }
  const auto number = [&](std::size_t at, std::size_t length) {
    int value = -1;
    const char* end = text.data() + at + length;
    const auto [stop, error] = std::from_chars(text.data() + at, end, value);
    return error == std::errc() && stop == end && text[at] != '-' ? value : -1;
  };
  const int h = number(11, 2);
  const int m = number(14, 2);
  const int s = number(17, 2);
  const int ms = millis ? number(20, 3) : 0;
  if (h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 59 || ms < 0) {
    return bad;
  }
  return Instant(*day + hours(h) + minutes(m) + std::chrono::seconds(s) + milliseconds(ms));
}

} // namespace facet
