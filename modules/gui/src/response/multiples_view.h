#pragma once

#include <facet/charts/edss_multiples.h>
#include <facet/workspace/cursors.h>
#include <facet/workspace/session.h>

#include <QWidget>

#include <memory>

namespace facet::gui {

/// The EDSS under each treatment, drawn small; a click chooses one and sets the time cursor, arrow keys go along.
class MultiplesView final : public QWidget {
  Q_OBJECT

public:
  MultiplesView(const workspace::Theme& theme, workspace::TimeCursor& cursor, QWidget* parent = nullptr);

  /// `response` must outlive the next call; none without a patient.
  void setResponse(const workspace::PatientPtr& patient, const workspace::Response* response);
  void setSelected(std::optional<std::size_t> segment);
  [[nodiscard]] QRectF boxOf(std::size_t segment) const;

  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
  void segmentChosen(std::size_t segment);

protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  void rebuild();

  const workspace::Theme& m_theme;
  workspace::TimeCursor& m_cursor;
  workspace::PatientPtr m_patient;
  const workspace::Response* m_response = nullptr;
  std::unique_ptr<charts::ChartStyle> m_style;
  std::unique_ptr<charts::EdssMultiples> m_multiples;
  std::optional<std::size_t> m_selected;
};

} // namespace facet::gui
