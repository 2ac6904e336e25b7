#pragma once

#include <facet/workspace/response_texts.h>
#include <facet/workspace/theme.h>

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace facet::gui {

/// One number of a segment with its interval and remarks; it opens to the definition and the records behind it.
class FactView final : public QWidget {
  Q_OBJECT

public:
  FactView(const workspace::Theme& theme, const workspace::ResponseFact& fact, QWidget* parent = nullptr);

  [[nodiscard]] workspace::ResponsePart part() const { return m_fact.part; }
  [[nodiscard]] bool isOpen() const;
  void setOpen(bool open);

Q_SIGNALS:
  void openChanged(bool open);
  void recordChosen(facet::workspace::PageId page, facet::Day day);

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  void fillDetails();

  const workspace::Theme& m_theme;
  workspace::ResponseFact m_fact;
  QToolButton* m_toggle;
  QWidget* m_details = nullptr;
};

} // namespace facet::gui
