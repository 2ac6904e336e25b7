#pragma once

#include <facet/workspace/theme.h>

#include <QAbstractButton>

namespace facet::gui {

/// Looks like a search field and opens the palette, which is the search field. Short, it is the icon alone.
class SearchButton final : public QAbstractButton {
  Q_OBJECT

public:
  enum class Length { Full, Short };

  explicit SearchButton(const workspace::Theme& theme, QWidget* parent = nullptr);
  void setLength(Length length);

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  const workspace::Theme& m_theme;
  Length m_length = Length::Full;
};

} // namespace facet::gui
