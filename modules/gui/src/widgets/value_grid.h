#pragma once

#include <facet/workspace/theme.h>

#include <QString>
#include <QWidget>

#include <vector>

namespace facet::gui {

/// What a value is called, the value, and what belongs to it: its age, its date.
struct ValueRow {
  QString label;
  QString value;
  QString more; ///< in the secondary colour at the right; may be empty
};

/// Values under each other in three columns, with hairlines between. Long ones wrap.
class ValueGrid final : public QWidget {
  Q_OBJECT

public:
  explicit ValueGrid(const workspace::Theme& theme, QWidget* parent = nullptr);
  void setRows(const std::vector<ValueRow>& rows);

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  const workspace::Theme& m_theme;
  QWidget* m_content = nullptr;
  std::vector<QWidget*> m_firsts; ///< the label of every row
};

} // namespace facet::gui
