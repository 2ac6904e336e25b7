#pragma once

#include <facet/gui/digit_delegate.h>
#include <facet/workspace/segment_model.h>

namespace facet::gui {

/// Draws a value with what belongs to it under it, and the swatch of the drug beside its name.
class SegmentDelegate final : public DigitDelegate {
  Q_OBJECT

public:
  static constexpr int kRowHeight = 42;

  SegmentDelegate(const workspace::Theme& theme, const workspace::SegmentModel& segments, QObject* parent);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
  const workspace::SegmentModel& m_segments;
};

} // namespace facet::gui
