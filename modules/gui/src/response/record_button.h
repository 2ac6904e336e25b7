#pragma once

#include <facet/workspace/response_texts.h>
#include <facet/workspace/theme.h>

#include <QAbstractButton>

namespace facet::gui {

/// One record behind a number: its date and raw values; a click goes to where it stands.
class RecordButton final : public QAbstractButton {
  Q_OBJECT

public:
  RecordButton(const workspace::Theme& theme, const workspace::RecordLine& line, QWidget* parent = nullptr);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  const workspace::Theme& m_theme;
  workspace::RecordLine m_line;
};

} // namespace facet::gui
