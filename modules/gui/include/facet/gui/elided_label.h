#pragma once

#include <facet/workspace/theme.h>

#include <QLabel>

namespace facet::gui {

/// One line of text in a type size and a colour of the theme. Where it has no room it ends in "…" and shows the whole
/// text as its tooltip.
class ElidedLabel : public QLabel {
  Q_OBJECT

public:
  ElidedLabel(const workspace::Theme& theme, workspace::TypeSize size, workspace::TypeWeight weight,
              workspace::Token ink, QWidget* parent = nullptr);

  void setInk(workspace::Token ink);
  /// Shown below the whole text in the tooltip.
  void setHint(const QString& hint);
  [[nodiscard]] bool isElided() const;

  [[nodiscard]] QSize minimumSizeHint() const override;

protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

private:
  const workspace::Theme& m_theme;
  workspace::Token m_ink;
  QString m_hint;
};

/// A label of the theme that may have several lines and wraps.
class TextLabel : public QLabel {
  Q_OBJECT

public:
  TextLabel(const workspace::Theme& theme, workspace::TypeSize size, workspace::TypeWeight weight, workspace::Token ink,
            QWidget* parent = nullptr);

protected:
  void changeEvent(QEvent* event) override;

private:
  void applyInk();

  const workspace::Theme& m_theme;
  workspace::Token m_ink;
};

} // namespace facet::gui
