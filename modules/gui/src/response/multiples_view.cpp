#include "multiples_view.h"

#include <facet/workspace/response_texts.h>

#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>

namespace facet::gui {

using workspace::Texts;
using workspace::Theme;
using workspace::Token;

MultiplesView::MultiplesView(const Theme& theme, workspace::TimeCursor& cursor, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_cursor(cursor) {
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("EDSS under each treatment"));
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(&theme, &Theme::changed, this, &MultiplesView::rebuild);
  connect(&cursor, &workspace::TimeCursor::dayChanged, this, qOverload<>(&QWidget::update));
}

void MultiplesView::setResponse(const workspace::PatientPtr& patient, const workspace::Response* response) {
  m_patient = patient;
  m_response = response;
  m_selected.reset();
  rebuild();
  updateGeometry();
}

void MultiplesView::rebuild() {
  m_multiples.reset();
  if (m_patient && m_response != nullptr) {
    m_style = std::make_unique<charts::ChartStyle>(m_theme, m_theme.mode(), logicalDpiY());
    m_multiples = std::make_unique<charts::EdssMultiples>(m_patient->record, *m_response, *m_style, Texts());
    m_multiples->setPaper(QRectF(rect()));
  }
  update();
}

void MultiplesView::setSelected(std::optional<std::size_t> segment) {
  m_selected = segment;
  if (segment && m_patient && m_response != nullptr) {
    const Texts texts;
    const workspace::SegmentText text = workspace::segmentText(m_patient->record, *m_response, *segment, texts);
    setAccessibleDescription(text.treatment.main + QStringLiteral(", ") + text.treatment.more + QStringLiteral(": ") +
                             text.edss.main);
  }
  update();
}

QRectF MultiplesView::boxOf(std::size_t segment) const {
  return m_multiples ? m_multiples->boxOf(segment) : QRectF();
}

int MultiplesView::heightForWidth(int width) const {
  return m_multiples ? static_cast<int>(std::ceil(m_multiples->heightFor(width))) : 0;
}

QSize MultiplesView::sizeHint() const {
  constexpr int kUsualWidth = 900;
  return {kUsualWidth, heightForWidth(kUsualWidth)};
}

void MultiplesView::paintEvent(QPaintEvent* /*event*/) {
  if (!m_multiples) {
    return;
  }
  QPainter painter(this);
  m_multiples->paint(painter, {m_selected, m_cursor.day()});
  if (hasFocus() && m_selected) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Token::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(m_multiples->boxOf(*m_selected).adjusted(1, 1, -1, -1), 4, 4);
  }
}

void MultiplesView::resizeEvent(QResizeEvent* /*event*/) {
  if (m_multiples) {
    m_multiples->setPaper(QRectF(rect()));
  }
}

void MultiplesView::mousePressEvent(QMouseEvent* event) {
  const auto segment = m_multiples ? m_multiples->segmentAt(event->position()) : std::nullopt;
  if (!segment) {
    return;
  }
  if (const auto day = m_multiples->dayAt(*segment, event->position())) {
    m_cursor.setDay(day);
  }
  Q_EMIT segmentChosen(*segment);
}

void MultiplesView::keyPressEvent(QKeyEvent* event) {
  const int by = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
  if (by == 0 || m_response == nullptr || m_response->segments.empty()) {
    QWidget::keyPressEvent(event);
    return;
  }
  const auto last = static_cast<int>(m_response->segments.size()) - 1;
  for (int at = m_selected ? static_cast<int>(*m_selected) + by : 0; at >= 0 && at <= last; at += by) {
    if (!boxOf(static_cast<std::size_t>(at)).isEmpty()) {
      Q_EMIT segmentChosen(static_cast<std::size_t>(at));
      return;
    }
  }
}

} // namespace facet::gui
