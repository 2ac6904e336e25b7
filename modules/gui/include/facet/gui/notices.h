#pragma once

#include <facet/core/result.h>

#include <QObject>
#include <QString>

#include <functional>

namespace facet::gui {

enum class NoticeKind {
  Done,    ///< goes away by itself
  Warning, ///< stays until it is closed
  Failure  ///< stays until it is closed
};

/// A message to the user: one full sentence, with details on demand and perhaps one thing to do about it.
struct NoticeText {
  NoticeKind kind = NoticeKind::Done;
  QString sentence;
  QString details;     ///< may be empty; may have several lines
  QString actionLabel; ///< empty: none
  std::function<void()> action;
};

/// Where pages and jobs say what went wrong or was finished. The window shows it in the corner.
class Notices : public QObject {
  Q_OBJECT

public:
  using QObject::QObject;

  void post(const NoticeText& notice) { Q_EMIT posted(notice); }
  /// Posts a failure: `sentence` says what was not done, the error tells why. Nothing where the user cancelled.
  void postFailure(const QString& sentence, const Error& error);

Q_SIGNALS:
  void posted(const facet::gui::NoticeText& notice);
};

} // namespace facet::gui
