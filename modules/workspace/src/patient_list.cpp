#include <facet/workspace/clinical_texts.h>
#include <facet/workspace/patient_list.h>
#include <facet/workspace/texts.h>

namespace facet::workspace {

PatientList::PatientList(JobRunner& jobs, RowReader reader, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_reader(std::move(reader)) {}

void PatientList::reload() {
  m_jobs.restart();
  Q_EMIT loadingStarted();
  m_jobs.run(
      {FACET_TEXT("workspace", "Reading the list of patients")},
      [reader = m_reader, texts = Texts()](Progress& progress) {
        Result<PatientRows> rows = reader(progress);
        if (rows && rows->words.empty()) {
          fillWords(*rows, texts);
        }
        return rows;
      },
      [this](Result<PatientRows> result) {
        if (!result) {
          Q_EMIT loadingFailed(result.error());
          return;
        }
        m_rows = std::make_shared<const PatientRows>(std::move(result).value());
        Q_EMIT rowsChanged();
      });
}

void fillWords(PatientRows& rows, const Texts& texts) {
  const QChar gap = QLatin1Char(' ');
  rows.words.clear();
  rows.words.reserve(rows.rows.size());
  for (const PatientRow& row : rows.rows) {
    QString words = QString::fromStdString(row.id) + gap + QString::fromStdString(row.country) + gap +
                    QString::fromStdString(row.site) + gap + courseName(texts, row.course);
    for (const clinical::Treatment& treatment : row.treatments) {
      words += gap + drugName(texts, treatment) + gap + QString::fromStdString(treatment.name) + gap +
               QString::fromStdString(treatment.atc);
    }
    rows.words.push_back(words.toLower());
  }
}

} // namespace facet::workspace
