#pragma once

#include <facet/workspace/theme.h>

#include <QWidget>

namespace facet::gui {

/// A dot and a word in the status line, such as "● Offline copy of 14 Nov 2026".
class StatePill final : public QWidget {
  Q_OBJECT

public:
  explicit StatePill(const workspace::Theme& theme, QWidget* parent = nullptr);

  /// `shape` colours the dot.
  void setState(const QString& text, workspace::Token shape, const QString& tip);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  const workspace::Theme& m_theme;
  QString m_text;
  workspace::Token m_shape = workspace::Token::Stable;
};

} // namespace facet::gui
