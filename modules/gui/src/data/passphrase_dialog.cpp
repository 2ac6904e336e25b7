#include "passphrase_dialog.h"

#include <facet/gui/elided_label.h>

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace facet::gui {

using storage::PassphraseQuestion;
using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {
constexpr int kWidth = 440;
}

PassphraseDialog::PassphraseDialog(const Theme& theme, PassphraseQuestion question, int attempt, QWidget* parent)
    : QDialog(parent)
    , m_question(question)
    , m_first(new QLineEdit)
    , m_second(new QLineEdit)
    , m_hint(new TextLabel(theme, TypeSize::Dense, TypeWeight::Regular, Token::TextSecondary)) {
  const bool isNew = question != PassphraseQuestion::Open;
  setWindowTitle(isNew ? tr("Protect your data") : tr("Open your data"));
  setAccessibleName(windowTitle());
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(theme.grid(6), theme.grid(5), theme.grid(6), theme.grid(4));
  layout->setSpacing(theme.grid(2));
  const auto say = [&](const QString& text, TypeWeight weight) {
    auto* label = new TextLabel(theme, TypeSize::Base, weight, Token::Text);
    label->setText(text);
    layout->addWidget(label);
  };
  say(isNew ? tr("Choose a passphrase for the copy on this computer.")
            : tr("The copy on this computer is encrypted. Type its passphrase to open it."),
      TypeWeight::Medium);
  if (isNew) {
    say(tr("It encrypts everything that you sync or import. There is no other way in: without the passphrase nobody, "
           "you included, can open the copy again."),
        TypeWeight::Regular);
  }
  const auto field = [&](QLineEdit* edit, const QString& name) {
    edit->setEchoMode(QLineEdit::Password);
    edit->setAccessibleName(name);
    edit->setPlaceholderText(name);
    layout->addWidget(edit);
    connect(edit, &QLineEdit::textChanged, this, &PassphraseDialog::check);
  };
  field(m_first, tr("Passphrase"));
  field(m_second, tr("The same again"));
  m_second->setVisible(isNew);
  layout->addWidget(m_hint);
  auto* buttons = new QDialogButtonBox;
  m_accept = buttons->addButton(isNew ? tr("Protect") : tr("Open"), QDialogButtonBox::AcceptRole);
  m_accept->setDefault(true);
  buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  layout->addSpacing(theme.grid(2));
  layout->addWidget(buttons);
  setMinimumWidth(kWidth);
  check();
  if (!isNew && attempt > 1) {
    m_hint->setText(tr("That was not the passphrase of this copy."));
  }
}

storage::SecretText PassphraseDialog::take() {
  const QByteArray utf8 = m_first->text().toUtf8();
  m_first->clear();
  m_second->clear();
  return storage::SecretText(utf8.toStdString());
}

void PassphraseDialog::check() {
  const auto bytes = static_cast<std::size_t>(m_first->text().toUtf8().size());
  if (m_question == PassphraseQuestion::Open) {
    m_hint->setText(QString());
    m_accept->setEnabled(bytes > 0);
    return;
  }
  const bool longEnough = bytes >= storage::kShortestPassphrase;
  const bool same = m_first->text() == m_second->text();
  m_accept->setEnabled(longEnough && same);
  if (!longEnough) {
    m_hint->setText(tr("At least %n character(s).", nullptr, static_cast<int>(storage::kShortestPassphrase)));
  } else {
    m_hint->setText(same ? QString() : tr("The two are not the same yet."));
  }
}

} // namespace facet::gui
