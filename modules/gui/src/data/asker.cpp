#include "passphrase_dialog.h"
#include "publisher_dialog.h"

#include <facet/gui/asker.h>

#include <memory>

namespace facet::gui {

namespace {

/// Shows a dialog and calls `done(accepted)` once: when it was closed, or when its window went away.
template <class Done>
void show(QDialog& dialog, Done done) {
  const auto open = std::make_shared<bool>(true);
  const auto once = [open, done](bool accepted) {
    if (*open) {
      *open = false;
      done(accepted);
    }
  };
  QObject::connect(&dialog, &QDialog::finished, &dialog, [once](int result) { once(result == QDialog::Accepted); });
  QObject::connect(&dialog, &QObject::destroyed, [once] { once(false); });
  dialog.setAttribute(Qt::WA_DeleteOnClose);
  dialog.open();
}

} // namespace

void Asker::passphrase(storage::PassphraseQuestion question, int attempt, PassphraseAnswer answer) {
  if (question == storage::PassphraseQuestion::Repeat && m_repeat) {
    answer(std::move(*m_repeat));
    m_repeat.reset();
    return;
  }
  if (m_window == nullptr) {
    answer(cancelledError());
    return;
  }
  auto* dialog = new PassphraseDialog(m_theme, question, attempt, m_window);
  show(*dialog, [this, dialog, question, answer = std::move(answer)](bool accepted) {
    if (!accepted) {
      answer(cancelledError());
      return;
    }
    storage::SecretText typed = dialog->take();
    if (question == storage::PassphraseQuestion::New) {
      m_repeat.emplace(std::string(typed.view()));
    }
    answer(std::move(typed));
  });
}

void Asker::publisher(const clinical::ReleaseManifest& manifest, const storage::PublicKey& key, KeyAnswered answer) {
  if (m_window == nullptr) {
    answer(sync::KeyAnswer::Refuse);
    return;
  }
  auto* dialog = new PublisherDialog(m_theme, manifest, key, m_window);
  show(*dialog, [answer = std::move(answer)](bool accepted) {
    answer(accepted ? sync::KeyAnswer::Trust : sync::KeyAnswer::Refuse);
  });
}

} // namespace facet::gui
