#pragma once

#include <facet/gui/icons.h>
#include <facet/workspace/overview.h>

#include <QAbstractButton>

namespace facet::gui {

/// One line of the overview as a button: icon, sentence, detail, and the page that it leads to.
class OverviewRow final : public QAbstractButton {
  Q_OBJECT

public:
  enum class Place { Between, Last };

  OverviewRow(const workspace::Theme& theme, const workspace::OverviewLine& line, Place place,
              QWidget* parent = nullptr);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  [[nodiscard]] int textWidth(int width) const;

  const workspace::Theme& m_theme;
  workspace::OverviewLine m_line;
  Place m_place;
  QString m_target;
};

} // namespace facet::gui
