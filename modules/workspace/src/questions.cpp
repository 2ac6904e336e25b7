#include <facet/workspace/questions.h>

#include <QMetaObject>

#include <chrono>
#include <future>
#include <memory>

namespace facet::workspace {

namespace {

constexpr auto kLook = std::chrono::milliseconds(50);

/// Runs `ask(reply)` in the thread of `guiThread` and waits for the reply.
template <class T, class Ask>
Result<T> askThere(QObject& guiThread, const Progress& progress, Ask ask) {
  const auto promise = std::make_shared<std::promise<Result<T>>>();
  std::future<Result<T>> reply = promise->get_future();
  QMetaObject::invokeMethod(
      &guiThread, [promise, ask] { ask([promise](Result<T> answer) { promise->set_value(std::move(answer)); }); },
      Qt::QueuedConnection);
  while (reply.wait_for(kLook) != std::future_status::ready) {
    if (progress.stopRequested()) {
      return cancelledError();
    }
  }
  return reply.get();
}

} // namespace

storage::AskPassphrase JobQuestions::askPassphrase(const Progress& progress) const {
  return [this, &progress](storage::PassphraseQuestion question, int attempt) {
    return askThere<storage::SecretText>(m_guiThread, progress, [this, question, attempt](auto reply) {
      m_questions.passphrase(question, attempt, std::move(reply));
    });
  };
}

sync::ConfirmKey JobQuestions::confirmKey(const Progress& progress) const {
  return [this, &progress](const clinical::ReleaseManifest& manifest, const storage::PublicKey& key) {
    return askThere<sync::KeyAnswer>(m_guiThread, progress, [this, manifest, key](auto reply) {
      m_questions.publisher(manifest, key, std::move(reply));
    });
  };
}

} // namespace facet::workspace
