#include "cache_fixture.h"

namespace facet::storage {

CacheFixture::CacheFixture()
    : m_clock(Instant(std::chrono::hours(24 * 20000))) {
  setFileBytes(keyFile(), "3b1f0a5c7d9e8f60413223345566778899aabbccddeeff000102030405060708\n");
  std::filesystem::permissions(keyFile(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

CacheOptions CacheFixture::options() const {
  CacheOptions options;
  options.keys.keyFile = keyFile();
  options.keys.secretService = SecretServiceUse::Never;
  return options;
}

Result<Cache> CacheFixture::make() {
  CacheOptions made = options();
  made.ifAbsent = IfAbsent::MakeProtected;
  return Cache::open(folder(), made, m_clock);
}

Result<Cache> CacheFixture::makeDemo() {
  CacheOptions made;
  made.keys.secretService = SecretServiceUse::Never;
  made.ifAbsent = IfAbsent::MakeDemo;
  return Cache::open(folder(), made, m_clock);
}

Result<Cache> CacheFixture::open(IfDamaged ifDamaged) {
  CacheOptions opened = options();
  opened.ifDamaged = ifDamaged;
  return Cache::open(folder(), opened, m_clock);
}

Result<Cache> CacheFixture::openForReading() {
  CacheOptions opened = options();
  opened.openFor = OpenFor::Reading;
  return Cache::open(folder(), opened, m_clock);
}

AskPassphrase Answers::callback() {
  return [this](PassphraseQuestion question, int) -> Result<SecretText> {
    asked.push_back(question);
    if (asked.size() > texts.size()) {
      return cancelledError();
    }
    return SecretText(std::string(texts[asked.size() - 1]));
  };
}

} // namespace facet::storage
