#pragma once

#include <facet/workspace/questions.h>
#include <facet/workspace/theme.h>

#include <QPointer>
#include <QWidget>

#include <optional>

namespace facet::gui {

/// Asks in dialogs over a window. Without a window, or with one that draws itself into a file and so has nobody before
/// it, every question is answered with no.
class Asker final : public workspace::Questions {
public:
  explicit Asker(const workspace::Theme& theme)
      : m_theme(theme) {}

  /// Questions are asked over this window from now on; null for none.
  void setWindow(QWidget* window) { m_window = window; }

  void passphrase(storage::PassphraseQuestion question, int attempt, PassphraseAnswer answer) override;
  void publisher(const clinical::ReleaseManifest& manifest, const storage::PublicKey& key, KeyAnswered answer) override;

private:
  const workspace::Theme& m_theme;
  QPointer<QWidget> m_window;
  /// The new passphrase, which the dialog has had typed twice, until it is asked for again.
  std::optional<storage::SecretText> m_repeat;
};

} // namespace facet::gui
