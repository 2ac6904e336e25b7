#pragma once

#include "slice_view.h"

#include <array>

namespace facet::gui {

class VisitBar;

/// One visit: its head and its three planes side by side.
class VisitRow final : public QWidget {
  Q_OBJECT

public:
  VisitRow(const workspace::Theme& theme, workspace::MriModel& model, const workspace::TimeCursor& time,
           ViewState& state, workspace::MriRow row, QWidget* parent = nullptr);

  [[nodiscard]] const std::array<SliceView*, 3>& views() const { return m_views; }
  [[nodiscard]] const VisitBar& bar() const { return *m_bar; }
  /// Shows one plane alone, or all.
  void showOnly(const SliceView* view);

private:
  VisitBar* m_bar;
  std::array<SliceView*, 3> m_views{};
};

} // namespace facet::gui
