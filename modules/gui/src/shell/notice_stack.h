#pragma once

#include <facet/gui/notices.h>
#include <facet/workspace/theme.h>

#include <QWidget>

class QVBoxLayout;

namespace facet::gui {

/// The notices in the lower right corner of the window, newest at the foot, at most a few at a time.
class NoticeStack final : public QWidget {
  Q_OBJECT

public:
  NoticeStack(const workspace::Theme& theme, const Notices& notices, QWidget* parent);

  /// Puts itself into the lower right corner of this part of its parent.
  void placeIn(const QRect& area);

protected:
  bool event(QEvent* event) override;

private:
  void add(const NoticeText& notice);
  void arrange();

  const workspace::Theme& m_theme;
  QRect m_area;
  QVBoxLayout* m_cards;
};

} // namespace facet::gui
