#pragma once

#include <facet/core/message.h>

#include <cassert>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace facet {

/// What kind of failure it is; callers decide by it, people read the reason.
enum class ErrorCode {
  NotFound,     ///< the thing asked for is not there
  InvalidInput, ///< the input breaks its format or a rule of the domain
  Unsupported,  ///< the input is valid but not something Facet takes
  Cancelled,    ///< the user or the caller asked to stop
  Io,           ///< the system could not read or write
  NoSpace,      ///< the disk or a quota is full
  Conflict,     ///< two inputs or two states contradict each other
  Unauthorized, ///< key, signature or permission missing or wrong
  Corrupt,      ///< data are damaged
  Locked,       ///< in use by another program
  Internal      ///< a fault in Facet or a library
};

/// Something to tell the user that is not a failure: subject, reason and place, as in Error.
struct Notice {
  std::string subject; ///< what it is about: a file, a record, a column
  Message reason;
  Message place; ///< where in the subject; may be empty

  [[nodiscard]] bool operator==(const Notice& other) const;
};

/// An expected failure, told as "subject: reason (place)".
struct [[nodiscard]] Error {
  ErrorCode code = ErrorCode::Internal;
  std::string subject;
  Message reason;
  Message place = {};
};

/// "subject: reason (place)" in English, without the parts that are empty.
[[nodiscard]] std::string describe(const Error& error);
[[nodiscard]] std::string describe(const Notice& notice);

/// The error that every cancelled job returns.
[[nodiscard]] Error cancelledError();

/// A value of type T, or the Error that explains why there is none.
template <class T>
class [[nodiscard]] Result {
public:
  using ValueType = T;

  Result(T value)
      : m_state(std::in_place_index<0>, std::move(value)) {}
  Result(Error error)
      : m_state(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool ok() const { return m_state.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] T& value() & {
    assert(ok());
    return *std::get_if<0>(&m_state);
  }
  [[nodiscard]] const T& value() const& {
    assert(ok());
    return *std::get_if<0>(&m_state);
  }
  [[nodiscard]] T&& value() && {
    assert(ok());
    return std::move(*std::get_if<0>(&m_state));
  }
  [[nodiscard]] T valueOr(T fallback) const& { return ok() ? value() : std::move(fallback); }

  [[nodiscard]] T& operator*() & { return value(); }
  [[nodiscard]] const T& operator*() const& { return value(); }
  [[nodiscard]] T&& operator*() && { return std::move(*this).value(); }
  [[nodiscard]] T* operator->() { return &value(); }
  [[nodiscard]] const T* operator->() const { return &value(); }

  [[nodiscard]] const Error& error() const {
    assert(!ok());
    return *std::get_if<1>(&m_state);
  }

  /// The result of `next(value)`, or this error. `next` returns a Result.
  template <class F>
  auto andThen(F&& next) && -> std::invoke_result_t<F, T&&> {
    if (!ok()) {
      return error();
    }
    return std::forward<F>(next)(std::move(*this).value());
  }

private:
  std::variant<T, Error> m_state;
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
public:
  using ValueType = void;

  Result() = default;
  Result(Error error)
      : m_error(std::move(error)) {}

  [[nodiscard]] bool ok() const { return !m_error.has_value(); }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] const Error& error() const {
    assert(!ok());
    return *m_error;
  }

private:
  std::optional<Error> m_error;
};

} // namespace facet
