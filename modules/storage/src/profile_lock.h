#pragma once

#include "descriptor.h"

#include <facet/core/result.h>

#include <filesystem>
#include <optional>

namespace facet::storage {

/// The right to write a profile, held by one program at a time and given back when it ends, however it ends.
class ProfileLock {
public:
  enum class State { Held, HeldByOther, ReadOnlyPlace };

  /// Tries without waiting. Errors: as systemError where it can neither be taken nor refused.
  static Result<ProfileLock> acquire(const std::filesystem::path& folder);

  [[nodiscard]] State state() const { return m_state; }
  /// The program that holds it, where it said so.
  [[nodiscard]] std::optional<int> otherProcess() const { return m_otherProcess; }

private:
  ProfileLock(State state, Descriptor file, std::optional<int> otherProcess)
      : m_state(state)
      , m_file(std::move(file))
      , m_otherProcess(otherProcess) {}

  State m_state;
  Descriptor m_file;
  std::optional<int> m_otherProcess;
};

} // namespace facet::storage
