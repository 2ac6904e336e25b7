#include "visit_row.h"

#include "visit_bar.h"

#include <QHBoxLayout>

namespace facet::gui {

VisitRow::VisitRow(const workspace::Theme& theme, workspace::MriModel& model, const workspace::TimeCursor& time,
                   ViewState& state, workspace::MriRow row, QWidget* parent)
    : QWidget(parent)
    , m_bar(new VisitBar(theme, model, time, row)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_bar);
  auto* planes = new QHBoxLayout;
  planes->setSpacing(1);
  for (const rendering::Plane plane : rendering::kPlanes) {
    auto* view = new SliceView(theme, model, state, row, plane);
    planes->addWidget(view, 1);
    m_views[static_cast<std::size_t>(plane)] = view;
  }
  layout->addLayout(planes, 1);
}

void VisitRow::showOnly(const SliceView* view) {
  for (SliceView* each : m_views) {
    each->setAlone(view != nullptr);
    each->setVisible(view == nullptr || each == view);
  }
}

} // namespace facet::gui
