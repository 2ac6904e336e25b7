#include <facet/gui/elided_label.h>
#include <facet/gui/empty_state.h>

#include <QPushButton>
#include <QVBoxLayout>

namespace facet::gui {

using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {

constexpr int kIconPx = 40;
constexpr int kTextWidth = 440;

/// The icon above the words, in the colour of hints.
class Emblem final : public QWidget {
public:
  Emblem(const Theme& theme, Icon icon)
      : m_theme(theme)
      , m_icon(icon) {
    setFixedSize(kIconPx, kIconPx);
  }

protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    drawIcon(painter, rect(), m_icon, m_theme.color(Token::TextTertiary));
  }

private:
  const Theme& m_theme;
  Icon m_icon;
};

} // namespace

EmptyState::EmptyState(const Theme& theme, Icon icon, QWidget* parent)
    : QWidget(parent)
    , m_title(new TextLabel(theme, TypeSize::Title, TypeWeight::Strong, Token::Text))
    , m_explanation(new TextLabel(theme, TypeSize::Base, TypeWeight::Regular, Token::TextSecondary))
    , m_button(new QPushButton) {
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(theme.grid(2));
  layout->addStretch(2);
  layout->addWidget(new Emblem(theme, icon), 0, Qt::AlignHCenter);
  layout->addSpacing(theme.grid(1));
  for (TextLabel* label : {m_title, m_explanation}) {
    label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    label->setFixedWidth(kTextWidth);
    layout->addWidget(label, 0, Qt::AlignHCenter);
  }
  layout->addSpacing(theme.grid(2));
  layout->addWidget(m_button, 0, Qt::AlignHCenter);
  layout->addStretch(3);
  m_button->setDefault(true);
  m_button->hide();
  connect(m_button, &QPushButton::clicked, this, &EmptyState::buttonClicked);
}

void EmptyState::setTexts(const QString& title, const QString& explanation) {
  m_title->setText(title);
  m_explanation->setText(explanation);
  for (TextLabel* label : {m_title, m_explanation}) {
    // A centred label is not asked for its height by the layout.
    label->setFixedHeight(label->heightForWidth(kTextWidth));
  }
  setAccessibleName(title);
  setAccessibleDescription(explanation);
}

void EmptyState::setButton(const QString& label) {
  m_button->setText(label);
  m_button->setVisible(!label.isEmpty());
}

} // namespace facet::gui
