#include <facet/workspace/session.h>

namespace facet::workspace {

void Session::open(const QString& id) {
  m_jobs.restart();
  Q_EMIT openingStarted(id);
  const std::string key = id.toStdString();
  m_jobs.run(
      {FACET_TEXT("workspace", "Opening %1").with(key)},
      [reader = m_reader, key](Progress& progress) { return reader(key, progress); },
      [this](Result<Patient> result) {
        if (!result) {
          Q_EMIT openingFailed(result.error());
          return;
        }
        m_patient = std::make_shared<const Patient>(std::move(result).value());
        Q_EMIT patientChanged();
      });
}

void Session::close() {
  m_jobs.restart();
  if (m_patient) {
    m_patient.reset();
    Q_EMIT patientChanged();
  }
}

} // namespace facet::workspace
