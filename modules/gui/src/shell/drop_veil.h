#pragma once

#include <facet/workspace/theme.h>

#include <QWidget>

namespace facet::gui {

/// Lies over the window while files are dragged over it and says what dropping them would do.
class DropVeil final : public QWidget {
  Q_OBJECT

public:
  DropVeil(const workspace::Theme& theme, QWidget* parent);

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  const workspace::Theme& m_theme;
};

} // namespace facet::gui
