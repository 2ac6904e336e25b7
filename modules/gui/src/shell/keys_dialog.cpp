#include "keys_dialog.h"

#include <facet/gui/elided_label.h>
#include <facet/gui/paint.h>

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace facet::gui {

using workspace::Size;
using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {

/// A key as a small cap.
class KeyCap final : public QLabel {
public:
  KeyCap(const Theme& theme, const QString& keys)
      : QLabel(keys)
      , m_theme(theme) {
    setFont(theme.font(TypeSize::Dense, TypeWeight::Medium));
    setAlignment(Qt::AlignCenter);
    setContentsMargins(theme.grid(2), 2, theme.grid(2), 2);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  }

protected:
  void paintEvent(QPaintEvent* event) override {
    {
      QPainter painter(this);
      drawBox(painter, rect(), m_theme.color(Token::Raised), m_theme.color(Token::Line), 4);
    }
    QLabel::paintEvent(event);
  }

private:
  const Theme& m_theme;
};

QString plain(QString text) {
  return text.remove(QLatin1Char('&')).remove(QStringLiteral(" …"));
}

} // namespace

KeysDialog::KeysDialog(const Theme& theme, const QList<QAction*>& ofWindow, const Page& page, const QString& pageName,
                       QWidget* parent)
    : QDialog(parent) {
  setWindowTitle(tr("Keys"));
  setAccessibleName(windowTitle());
  auto* list = new QWidget;
  auto* grid = new QGridLayout(list);
  grid->setColumnStretch(1, 1);
  grid->setHorizontalSpacing(theme.grid(6));
  grid->setVerticalSpacing(theme.grid(1));
  int row = 0;
  const auto heading = [&](const QString& text) {
    auto* label = new TextLabel(theme, TypeSize::Base, TypeWeight::Strong, Token::Text);
    label->setText(text);
    if (row > 0) {
      grid->setRowMinimumHeight(row++, theme.grid(3));
    }
    grid->addWidget(label, row++, 0, 1, 2);
  };
  const auto line = [&](const QString& keys, const QString& meaning) {
    grid->addWidget(new KeyCap(theme, keys), row, 0, Qt::AlignLeft | Qt::AlignVCenter);
    auto* label = new TextLabel(theme, TypeSize::Base, TypeWeight::Regular, Token::Text);
    label->setText(meaning);
    grid->addWidget(label, row++, 1);
  };
  const auto actions = [&](const QList<QAction*>& all) {
    for (const QAction* action : all) {
      if (!action->shortcut().isEmpty() && action->isVisible()) {
        line(action->shortcut().toString(QKeySequence::NativeText), plain(action->text()));
      }
    }
  };
  const auto gestures = page.gestures();
  if (!page.actions().isEmpty() || !gestures.empty()) {
    heading(tr("On the page “%1”").arg(pageName));
    actions(page.actions());
    for (const auto& [gesture, meaning] : gestures) {
      line(gesture, meaning);
    }
  }
  heading(tr("Everywhere"));
  line(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText),
       tr("Search patients, pages and commands"));
  line(QKeySequence(Qt::Key_F10).toString(QKeySequence::NativeText), tr("Open the menu"));
  actions(ofWindow);
  grid->setRowStretch(row, 1);

  auto* scroll = new QScrollArea;
  scroll->setWidget(list);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setAccessibleName(windowTitle());
  auto* buttons = new QDialogButtonBox;
  buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(scroll, 1);
  layout->addWidget(buttons);
  resize(520, 560);
}

} // namespace facet::gui
