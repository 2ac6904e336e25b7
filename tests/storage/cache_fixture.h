#pragma once

#include "scratch_folder.h"

#include <facet/core/clock.h>
#include <facet/storage/cache.h>

#include <string>
#include <vector>

namespace facet::storage {

/// Ends the test program unless the result is a success; for helpers that cannot use QVERIFY.
template <class R>
void must(const R& result) {
  if (!result) {
    qFatal("%s", describe(result.error()).c_str());
  }
}

/// A folder for a cache with a key file beside it.
class CacheFixture {
public:
  CacheFixture();

  [[nodiscard]] std::filesystem::path folder() const { return m_folder / "cache"; }
  [[nodiscard]] std::filesystem::path keyFile() const { return m_folder / "key"; }
  [[nodiscard]] std::filesystem::path scratch() const { return m_folder.path(); }
  FixedClock& clock() { return m_clock; }

  /// Options with the key file and without secret service and passphrase.
  [[nodiscard]] CacheOptions options() const;
  [[nodiscard]] Result<Cache> make();
  [[nodiscard]] Result<Cache> makeDemo();
  [[nodiscard]] Result<Cache> open(IfDamaged ifDamaged = IfDamaged::Report);
  [[nodiscard]] Result<Cache> openForReading();

private:
  ScratchFolder m_folder;
  FixedClock m_clock;
};

/// Answers passphrase questions in turn, and counts them.
struct Answers {
  std::vector<std::string> texts;
  std::vector<PassphraseQuestion> asked = {};

  [[nodiscard]] AskPassphrase callback();
};

} // namespace facet::storage
