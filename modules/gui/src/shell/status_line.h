#pragma once

#include <facet/gui/panel.h>
#include <facet/workspace/cache_state.h>

namespace facet::workspace {
class JobRunner;
}

namespace facet::gui {

class ElidedLabel;
class JobsButton;
class StatePill;

/// The bar at the foot: readout of the page at the left; jobs, kind of data and their day at the right.
class StatusLine final : public Panel {
  Q_OBJECT

public:
  StatusLine(const workspace::Theme& theme, workspace::JobRunner& jobs, QWidget* parent = nullptr);

  void setReadout(const QString& text);
  void setCacheState(const workspace::CacheState& state);

private:
  ElidedLabel* m_readout;
  StatePill* m_notice;
  ElidedLabel* m_research;
  StatePill* m_data;
};

} // namespace facet::gui
