#pragma once

#include <facet/workspace/theme.h>

#include <QWidget>

class QVBoxLayout;

namespace facet::gui {

class TextLabel;

/// A surface in the panel colour. As a card it has a hairline around it and rounded corners; as a bar it has hairlines
/// along chosen edges.
class Panel : public QWidget {
  Q_OBJECT

public:
  enum class Shape { Card, Bar };

  Panel(const workspace::Theme& theme, Shape shape, QWidget* parent = nullptr);
  /// Hairlines of a bar; a card has all.
  void setEdges(Qt::Edges edges);

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  const workspace::Theme& m_theme;
  Shape m_shape;
  Qt::Edges m_edges;
};

/// A card with a title, a line under it that says what is shown, and room for the content.
class Card : public Panel {
  Q_OBJECT

public:
  Card(const workspace::Theme& theme, const QString& title, const QString& subtitle, QWidget* parent = nullptr);

  void setTitle(const QString& title);
  /// An empty subtitle takes no room.
  void setSubtitle(const QString& subtitle);
  /// Where the content goes.
  [[nodiscard]] QVBoxLayout& body() { return *m_body; }

private:
  TextLabel* m_title;
  TextLabel* m_subtitle;
  QVBoxLayout* m_body;
};

} // namespace facet::gui
