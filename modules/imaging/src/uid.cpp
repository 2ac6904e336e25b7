#include <facet/imaging/dicom.h>

#include <algorithm>

namespace facet::imaging {

__extension__ using Wide = unsigned __int128;

std::string uidFor(std::string_view text) {
  // FNV-1a with 128 bits; PS3.5 B.2 puts a number of that size under 2.25.
  constexpr Wide kPrime = (Wide(1) << 88U) + 0x13B;
  Wide hash = (Wide(0x6C62272E07BB0142ULL) << 64U) + 0x62B821756295C58DULL;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  }
  std::string digits;
  do {
    digits += static_cast<char>('0' + static_cast<int>(hash % 10));
    hash /= 10;
  } while (hash != 0);
  std::reverse(digits.begin(), digits.end());
  return "2.25." + digits;
}

} // namespace facet::imaging
