#pragma once

#include <facet/gui/icons.h>

#include <QWidget>

class QPushButton;

namespace facet::gui {

class TextLabel;

/// What stands where there is nothing yet: what would be here, how to get it, and perhaps the button that gets it.
class EmptyState : public QWidget {
  Q_OBJECT

public:
  EmptyState(const workspace::Theme& theme, Icon icon, QWidget* parent = nullptr);

  void setTexts(const QString& title, const QString& explanation);
  /// Shows a button; an empty label hides it.
  void setButton(const QString& label);

Q_SIGNALS:
  void buttonClicked();

private:
  TextLabel* m_title;
  TextLabel* m_explanation;
  QPushButton* m_button;
};

} // namespace facet::gui
