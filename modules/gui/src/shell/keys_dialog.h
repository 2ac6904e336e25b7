#pragma once

#include <facet/gui/page.h>

#include <QAction>
#include <QDialog>

namespace facet::gui {

/// F1: every key and mouse gesture of the window and of the page that is shown.
class KeysDialog final : public QDialog {
  Q_OBJECT

public:
  KeysDialog(const workspace::Theme& theme, const QList<QAction*>& ofWindow, const Page& page, const QString& pageName,
             QWidget* parent);
};

} // namespace facet::gui
