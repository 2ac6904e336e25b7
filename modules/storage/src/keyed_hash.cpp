#include <facet/storage/keyed_hash.h>

#include <sodium.h>

namespace facet::storage {

KeyedHash::Value KeyedHash::of(std::initializer_list<std::string_view> parts) const {
  crypto_generichash_state state;
  crypto_generichash_init(&state, m_key.bytes().data(), SecretKey::kBytes, Value().size());
  for (const std::string_view part : parts) {
    // The length before each part keeps lists apart that join to the same text.
    std::array<unsigned char, 8> length{};
    for (std::size_t i = 0; i < length.size(); ++i) {
      length[i] = static_cast<unsigned char>(part.size() >> (8 * i));
    }
    crypto_generichash_update(&state, length.data(), length.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(part.data()), part.size());
  }
  Value value{};
  crypto_generichash_final(&state, value.data(), value.size());
  return value;
}

std::string KeyedHash::pseudonym(std::string_view issuer, std::string_view id) const {
  // Crockford's alphabet of 32.
  constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const Value value = of({issuer, id});
  std::string text = "P";
  for (std::size_t i = 0; i < 12; ++i) {
    text += letters[value[i] & 31U];
  }
  return text;
}

} // namespace facet::storage
