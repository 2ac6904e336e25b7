#include <facet/core/result.h>

namespace facet {
namespace {

std::string compose(const std::string& subject, const Message& reason, const Message& place) {
  std::string text = subject;
  if (!reason.empty()) {
    text += text.empty() ? "" : ": ";
    text += reason.english();
  }
  if (!place.empty()) {
    text += " (" + place.english() + ")";
  }
  return text;
}

} // namespace

bool Notice::operator==(const Notice& other) const {
  return describe(*this) == describe(other);
}

std::string describe(const Error& error) {
  return compose(error.subject, error.reason, error.place);
}

std::string describe(const Notice& notice) {
  return compose(notice.subject, notice.reason, notice.place);
}

Error cancelledError() {
  return {ErrorCode::Cancelled, {}, FACET_TEXT("core", "cancelled")};
}

} // namespace facet
