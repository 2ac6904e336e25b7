#pragma once

#include <facet/workspace/theme.h>

#include <QDialog>

namespace facet::gui {

/// What Facet is, what it is not, and the notices of the libraries in it.
class AboutDialog final : public QDialog {
  Q_OBJECT

public:
  AboutDialog(const workspace::Theme& theme, QWidget* parent);
};

} // namespace facet::gui
