#include <facet/gui/notices.h>
#include <facet/workspace/texts.h>

namespace facet::gui {

void Notices::postFailure(const QString& sentence, const Error& error) {
  if (error.code == ErrorCode::Cancelled) {
    return;
  }
  post({NoticeKind::Failure, sentence, workspace::Texts().describe(error), {}, {}});
}

} // namespace facet::gui
