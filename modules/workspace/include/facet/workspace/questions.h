#pragma once

#include <facet/clinical/release_manifest.h>
#include <facet/storage/key_options.h>
#include <facet/storage/signature.h>
#include <facet/sync/trust.h>

#include <QObject>

#include <functional>
#include <optional>

namespace facet::workspace {

/// What a person has to be asked while data are opened, synced or imported. `answer` is called once, now or later.
/// Thread: GUI thread.
class Questions {
public:
  Questions() = default;
  Questions(const Questions&) = delete;
  Questions& operator=(const Questions&) = delete;
  virtual ~Questions() = default;

  using PassphraseAnswer = std::function<void(Result<storage::SecretText>)>;
  /// Asks for the passphrase of a cache; Cancelled when the person gives up.
  virtual void passphrase(storage::PassphraseQuestion question, int attempt, PassphraseAnswer answer) = 0;

  using KeyAnswered = std::function<void(sync::KeyAnswer)>;
  /// Shows the fingerprint of a publisher's key and asks whether it is the right one.
  virtual void publisher(const clinical::ReleaseManifest& manifest, const storage::PublicKey& key,
                         KeyAnswered answer) = 0;
};

/// Questions of a job, which runs in another thread: they are asked in the GUI thread while the job waits, and taken
/// for Cancelled once the job is asked to stop.
class JobQuestions {
public:
  /// Both must outlive the jobs that ask.
  JobQuestions(Questions& questions, QObject& guiThread)
      : m_questions(questions)
      , m_guiThread(guiThread) {}

  /// For storage::KeyOptions. Thread: a job's.
  [[nodiscard]] storage::AskPassphrase askPassphrase(const Progress& progress) const;
  /// For sync::TrustOptions. Thread: a job's.
  [[nodiscard]] sync::ConfirmKey confirmKey(const Progress& progress) const;

private:
  Questions& m_questions;
  QObject& m_guiThread;
};

} // namespace facet::workspace
