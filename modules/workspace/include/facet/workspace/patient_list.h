#pragma once

#include <facet/workspace/job_runner.h>
#include <facet/workspace/patient_row.h>

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace facet::workspace {

/// All people of the cache at one moment, never changed once made. Words to search in are made with it.
struct PatientRows {
  std::vector<PatientRow> rows; ///< by id
  Day dataDay;
  /// For each row what a search looks into, in lower case: id, phenotype, drugs, country, site.
  std::vector<QString> words;
};
using PatientRowsPtr = std::shared_ptr<const PatientRows>;

/// Reads all rows. Thread: called from a job's thread.
using RowReader = std::function<Result<PatientRows>(Progress& progress)>;

/// The people of the cache, read in the background and again whenever reload() is called.
class PatientList : public QObject {
  Q_OBJECT

public:
  PatientList(JobRunner& jobs, RowReader reader, QObject* parent = nullptr);

  void reload();
  /// None before the first reading has come.
  [[nodiscard]] const PatientRowsPtr& rows() const { return m_rows; }
  [[nodiscard]] bool isLoading() const { return m_jobs.isBusy(); }

Q_SIGNALS:
  void loadingStarted();
  void rowsChanged();
  void loadingFailed(const facet::Error& error);

private:
  JobScope m_jobs;
  RowReader m_reader;
  PatientRowsPtr m_rows;
};

/// Fills PatientRows::words, in the language of `texts` and in the codes of the data.
class Texts;
void fillWords(PatientRows& rows, const Texts& texts);

} // namespace facet::workspace
