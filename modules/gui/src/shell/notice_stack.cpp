#include "notice_stack.h"

#include <facet/gui/elided_label.h>
#include <facet/gui/icons.h>
#include <facet/gui/paint.h>

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace facet::gui {

using workspace::Size;
using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {

constexpr int kWidth = 400;
constexpr int kMostCards = 4;
constexpr int kDoneMs = 6000;

struct Look {
  Icon icon;
  Token ink;
};

Look lookOf(NoticeKind kind) {
  switch (kind) {
  case NoticeKind::Done:
    return {Icon::Check, Token::GoodArea};
  case NoticeKind::Warning:
    return {Icon::Warning, Token::ThresholdArea};
  case NoticeKind::Failure:
    break;
  }
  return {Icon::Error, Token::RelapseArea};
}

/// One notice.
class NoticeCard final : public QWidget {
public:
  NoticeCard(const Theme& theme, const NoticeText& notice)
      : m_theme(theme)
      , m_look(lookOf(notice.kind))
      , m_details(new TextLabel(theme, TypeSize::Dense, TypeWeight::Regular, Token::TextSecondary)) {
    setAccessibleName(notice.sentence);
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(theme.grid(12), theme.grid(3), theme.grid(2), theme.grid(3));
    auto* rows = new QVBoxLayout;
    rows->setSpacing(theme.grid(1));
    columns->addLayout(rows, 1);
    auto* sentence = new TextLabel(theme, TypeSize::Base, TypeWeight::Medium, Token::Text);
    sentence->setText(notice.sentence);
    rows->addWidget(sentence);
    m_details->setText(notice.details);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setAccessibleName(NoticeStack::tr("Details"));
    m_details->hide();
    rows->addWidget(m_details);
    auto* buttons = new QHBoxLayout;
    if (!notice.details.isEmpty()) {
      auto* more = new QPushButton(NoticeStack::tr("Details"));
      more->setCheckable(true);
      buttons->addWidget(more);
      connect(more, &QPushButton::toggled, m_details, &QWidget::setVisible);
    }
    if (!notice.actionLabel.isEmpty()) {
      auto* act = new QPushButton(notice.actionLabel);
      buttons->addWidget(act);
      connect(act, &QPushButton::clicked, this, [this, action = notice.action] {
        action();
        deleteLater();
      });
    }
    if (buttons->count() > 0) {
      buttons->addStretch();
      rows->addSpacing(theme.grid(1));
      rows->addLayout(buttons);
    } else {
      delete buttons;
    }
    auto* close = new QToolButton;
    close->setAutoRaise(true);
    close->setIcon(themedIcon(theme, Icon::Close));
    close->setIconSize({16, 16});
    close->setToolTip(NoticeStack::tr("Close"));
    close->setAccessibleName(close->toolTip());
    columns->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, &QObject::deleteLater);
    if (notice.kind == NoticeKind::Done) {
      QTimer::singleShot(kDoneMs, this, &QObject::deleteLater);
    }
  }

protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    drawBox(painter, rect(), m_theme.color(Token::Raised), m_theme.color(Token::Line), m_theme.size(Size::Radius));
    const int side = m_theme.size(Size::Icon);
    drawIcon(painter, QRectF(m_theme.grid(4), m_theme.grid(3) - 1, side, side), m_look.icon, m_theme.color(m_look.ink));
  }

private:
  const Theme& m_theme;
  Look m_look;
  TextLabel* m_details;
};

} // namespace

NoticeStack::NoticeStack(const Theme& theme, const Notices& notices, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_cards(new QVBoxLayout(this)) {
  setAccessibleName(tr("Notices"));
  m_cards->setContentsMargins(0, 0, 0, 0);
  m_cards->setSpacing(theme.grid(2));
  hide();
  connect(&notices, &Notices::posted, this, &NoticeStack::add);
}

void NoticeStack::placeIn(const QRect& area) {
  m_area = area;
  arrange();
}

void NoticeStack::add(const NoticeText& notice) {
  if (m_cards->count() >= kMostCards) {
    delete m_cards->itemAt(0)->widget();
  }
  auto* card = new NoticeCard(m_theme, notice);
  m_cards->addWidget(card);
  connect(card, &QObject::destroyed, this, &NoticeStack::arrange, Qt::QueuedConnection);
  QAccessibleEvent alert(card, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
  arrange();
}

bool NoticeStack::event(QEvent* event) {
  const bool handled = QWidget::event(event);
  if (event->type() == QEvent::LayoutRequest) {
    arrange();
  }
  return handled;
}

void NoticeStack::arrange() {
  setVisible(m_cards->count() > 0);
  const int margin = m_theme.grid(4);
  const int width = std::min(kWidth, m_area.width() - 2 * margin);
  const int height = std::min(m_cards->heightForWidth(width), m_area.height() - 2 * margin);
  setGeometry(m_area.right() + 1 - margin - width, m_area.bottom() + 1 - margin - height, width, height);
  raise();
}

} // namespace facet::gui
