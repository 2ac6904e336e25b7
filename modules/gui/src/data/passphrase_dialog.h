#pragma once

#include <facet/storage/key_options.h>
#include <facet/workspace/theme.h>

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace facet::gui {

class TextLabel;

/// Asks for the passphrase of a copy of the data, or twice for a new one.
class PassphraseDialog final : public QDialog {
  Q_OBJECT

public:
  /// Opening asks for one; New for a new one, typed twice. `attempt` counts from 1.
  PassphraseDialog(const workspace::Theme& theme, storage::PassphraseQuestion question, int attempt,
                   QWidget* parent = nullptr);

  /// What was typed; the field is empty afterwards.
  [[nodiscard]] storage::SecretText take();

private:
  void check();

  storage::PassphraseQuestion m_question;
  QLineEdit* m_first;
  QLineEdit* m_second;
  TextLabel* m_hint;
  QPushButton* m_accept;
};

} // namespace facet::gui
