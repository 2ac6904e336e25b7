#pragma once

#include <facet/clinical/records.h>
#include <facet/clinical/release_manifest.h>
#include <facet/storage/reader.h>
#include <facet/workspace/job_runner.h>

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace facet::workspace {

/// One patient as it was read from the cache; never changed once made, so that pages and jobs may share it.
struct Patient {
  clinical::PatientRecord record;
  /// The day up to which the data can know anything: that of the release. Ages and durations count up to it.
  Day dataDay;
  storage::PersonImages images;
  /// What the dates of the release mean; none for a person who came by import.
  std::optional<clinical::ReleaseDates> dates = std::nullopt;
  std::optional<storage::OwnPerson> own; ///< what an import said, where there was one
};
using PatientPtr = std::shared_ptr<const Patient>;

/// Reads a patient by pseudonym. Thread: called from the threads of jobs, several at a time.
using PatientReader = std::function<Result<Patient>(const std::string& id, Progress& progress)>;

/// Reads the voxels of one of a patient's images. Thread: called from the threads of jobs, several at a time.
using VolumeReader = std::function<Result<imaging::Volume>(const storage::StoredImage& image, Progress& progress)>;

/// The open patient: none, or one. Opening another keeps the present one until the new one has been read.
class Session : public QObject {
  Q_OBJECT

public:
  Session(JobRunner& jobs, PatientReader reader, QObject* parent = nullptr)
      : QObject(parent)
      , m_jobs(jobs)
      , m_reader(std::move(reader)) {}

  [[nodiscard]] const PatientPtr& patient() const { return m_patient; }
  [[nodiscard]] bool isOpening() const { return m_jobs.isBusy(); }

  /// Reads a patient; what was being opened before is dropped.
  void open(const QString& id);
  void close();

Q_SIGNALS:
  void openingStarted(const QString& id);
  void patientChanged();
  /// The patient that was asked for could not be read; the present one stays.
  void openingFailed(const facet::Error& error);

private:
  JobScope m_jobs;
  PatientReader m_reader;
  PatientPtr m_patient;
};

} // namespace facet::workspace
