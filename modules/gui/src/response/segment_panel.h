#pragma once

#include <facet/gui/panel.h>
#include <facet/workspace/response_texts.h>
#include <facet/workspace/session.h>

#include <set>
#include <vector>

class QPushButton;
class QScrollArea;

namespace facet::gui {

class FactView;
class TextLabel;

/// Everything of one segment: what a reader must know first, every number with its definition and records.
class SegmentPanel final : public Panel {
  Q_OBJECT

public:
  explicit SegmentPanel(const workspace::Theme& theme, QWidget* parent = nullptr);

  void show(const workspace::Patient& patient, const workspace::Response& response, std::size_t segment);
  /// Opens a part and scrolls to it.
  void reveal(workspace::ResponsePart part);

Q_SIGNALS:
  void copyWanted();
  void recordChosen(facet::workspace::PageId page, facet::Day day);

private:
  const workspace::Theme& m_theme;
  QScrollArea* m_scroll;
  TextLabel* m_name;
  TextLabel* m_period;
  TextLabel* m_warnings;
  QPushButton* m_copy;
  QWidget* m_facts = nullptr;
  std::vector<FactView*> m_views;
  std::set<workspace::ResponsePart> m_open; ///< parts that stay open from segment to segment
};

} // namespace facet::gui
