#include "record_reader.h"

#include "rows.h"

namespace facet::storage {

using namespace clinical;

namespace {

/// EDSS in tenths, which the table's CHECK holds to the scale.
std::optional<Edss> edssAt(const Statement& row, int column) {
  if (row.isNull(column)) {
    return std::nullopt;
  }
  const auto edss = Edss::fromTenths(static_cast<int>(row.integer(column)));
  return edss ? std::optional(*edss) : std::nullopt;
}

} // namespace

template <class F>
Result<void> RecordReader::each(std::string_view sql, std::int64_t subject, F&& take) {
  auto known = m_statements.find(sql);
  if (known == m_statements.end()) {
    auto prepared = m_database.prepare(sql);
    if (!prepared) {
      return prepared.error();
    }
    known = m_statements.emplace(sql, std::move(*prepared)).first;
  }
  known->second.bind(1, subject);
  return eachRow(known->second, std::forward<F>(take));
}

Result<std::optional<PatientRecord>> RecordReader::read(const std::string& pseudonym) {
  constexpr std::string_view kSubject = "SELECT key FROM subject WHERE pseudonym = ?1";
  auto& find = m_statements[kSubject];
  if (find.columns() == 0) {
    auto prepared = m_database.prepare(kSubject);
    if (!prepared) {
      return prepared.error();
    }
    find = std::move(*prepared);
  }
  std::optional<std::int64_t> subject;
  find.bind(1, std::string_view(pseudonym));
  if (auto found = eachRow(find, [&](const Statement& row) { subject = row.integer(0); }); !found) {
    return found.error();
  }
  if (!subject) {
    return std::optional<PatientRecord>();
  }
  PatientRecord record;
  record.person.id = pseudonym;
  bool known = false;
  auto read = each("SELECT kind, sex, birth, birth_precision, deceased, death, death_precision, country, site "
                   "FROM person WHERE subject = ?1 LIMIT 1",
                   *subject, [&](const Statement& row) {
                     known = true;
                     Person& person = record.person;
                     person.kind = enumAt<PersonKind>(row, 0);
                     person.sex = enumAt<Sex>(row, 1);
                     person.birth = optionalDateAt(row, 2);
                     person.deceased = row.integer(4) != 0;
                     person.death = optionalDateAt(row, 5);
                     person.country = textAt(row, 7);
                     person.site = textAt(row, 8);
                   });
  if (!read || !known) {
    return read ? Result<std::optional<PatientRecord>>(std::optional<PatientRecord>()) : read.error();
  }
  for (const auto part : {&RecordReader::readCourse, &RecordReader::readTreatments, &RecordReader::readValues,
                          &RecordReader::readExams}) {
    if (read = (this->*part)(*subject, record); !read) {
      return read.error();
    }
  }
  return std::optional(std::move(record));
}

Result<void> RecordReader::readCourse(std::int64_t subject, PatientRecord& record) {
  auto read = each("SELECT c.code FROM cohort_member m JOIN cohort c ON c.resource = m.cohort WHERE m.subject = ?1 "
                   "ORDER BY c.code",
                   subject, [&](const Statement& row) { record.cohorts.push_back(textAt(row, 0)); });
  if (!read) {
    return read;
  }
  read = each("SELECT r.id, t.onset, t.onset_precision, t.diagnosis, t.diagnosis_precision FROM onset t "
              "JOIN resource r ON r.key = t.resource WHERE t.subject = ?1 ORDER BY r.id LIMIT 1",
              subject, [&](const Statement& row) {
                record.onset = Onset{textAt(row, 0), optionalDateAt(row, 1), optionalDateAt(row, 3)};
              });
  if (!read) {
    return read;
  }
  read =
      each("SELECT r.id, t.course, t.start, t.start_precision, t.stop, t.stop_precision FROM phase t "
           "JOIN resource r ON r.key = t.resource WHERE t.subject = ?1 ORDER BY t.start, r.id",
           subject, [&](const Statement& row) {
             record.phases.push_back({textAt(row, 0), enumAt<Course>(row, 1), dateAt(row, 2), optionalDateAt(row, 4)});
           });
  if (!read) {
    return read;
  }
  read = each("SELECT r.id, t.day, t.occasion, t.mode, t.rater, t.edss, t.ambulation, t.pyramidal, t.cerebellar, "
              "t.brainstem, t.sensory, t.bowel_bladder, t.visual, t.cerebral FROM visit t "
              "JOIN resource r ON r.key = t.resource WHERE t.subject = ?1 ORDER BY t.day, r.id",
              subject, [&](const Statement& row) {
                Visit visit;
                visit.id = textAt(row, 0);
                visit.date = dayAt(row, 1);
                visit.occasion = enumAt<Occasion>(row, 2);
                visit.mode = enumAt<ExaminationMode>(row, 3);
                visit.rater = textAt(row, 4);
                visit.edss = edssAt(row, 5);
                visit.systems.ambulation = numberAt(row, 6);
                for (std::size_t i = 0; i < kFunctionalSystems; ++i) {
                  visit.systems.grades[i] = numberAt(row, 7 + static_cast<int>(i));
                }
                record.visits.push_back(std::move(visit));
              });
  if (!read) {
    return read;
  }
  read = each("SELECT r.id, t.onset, t.onset_precision, t.stop, t.stop_precision, t.severity, t.certainty, t.recovery, "
              "t.steroids FROM relapse t JOIN resource r ON r.key = t.resource WHERE t.subject = ?1 "
              "ORDER BY t.onset, r.id",
              subject, [&](const Statement& row) {
                record.relapses.push_back({textAt(row, 0),
                                           dateAt(row, 1),
                                           optionalDateAt(row, 3),
                                           enumAt<RelapseSeverity>(row, 5),
                                           enumAt<RelapseCertainty>(row, 6),
                                           enumAt<Recovery>(row, 7),
                                           flagAt(row, 8),
                                           {}});
              });
  if (!read) {
    return read;
  }
  std::map<std::string, Relapse*> byId;
  for (Relapse& relapse : record.relapses) {
    byId[relapse.id] = &relapse;
  }
  return each("SELECT r.id, s.system FROM relapse t JOIN resource r ON r.key = t.resource "
              "JOIN relapse_system s ON s.relapse = t.resource WHERE t.subject = ?1 ORDER BY t.resource, s.position",
              subject,
              [&](const Statement& row) { byId[textAt(row, 0)]->systems.push_back(enumAt<FunctionalSystem>(row, 1)); });
}

Result<void> RecordReader::readTreatments(std::int64_t subject, PatientRecord& record) {
  auto read = each("SELECT r.id, t.atc, t.name, t.start, t.start_precision, t.stop, t.stop_precision, t.stop_reason, "
                   "t.dose FROM treatment t JOIN resource r ON r.key = t.resource WHERE t.subject = ?1 "
                   "ORDER BY t.start, r.id",
                   subject, [&](const Statement& row) {
                     record.treatments.push_back({textAt(row, 0), textAt(row, 1), textAt(row, 2), dateAt(row, 3),
                                                  optionalDateAt(row, 5), textAt(row, 7), textAt(row, 8)});
                   });
  if (!read) {
    return read;
  }
  read = each("SELECT r.id, t.treatment, t.atc, t.name, t.day, t.dose_mg FROM administration t "
              "JOIN resource r ON r.key = t.resource WHERE t.subject = ?1 ORDER BY t.day, r.id",
              subject, [&](const Statement& row) {
                record.administrations.push_back(
                    {textAt(row, 0), textAt(row, 1), textAt(row, 2), textAt(row, 3), dayAt(row, 4), realAt(row, 5)});
              });
  if (!read) {
    return read;
  }
  return each("SELECT r.id, t.treatment, t.day, t.precision, t.term, t.serious FROM adverse_event t "
              "JOIN resource r ON r.key = t.resource WHERE t.subject = ?1 ORDER BY t.day, r.id",
              subject, [&](const Statement& row) {
                record.adverseEvents.push_back(
                    {textAt(row, 0), textAt(row, 1), dateAt(row, 2), textAt(row, 4), flagAt(row, 5)});
              });
}

Result<void> RecordReader::readValues(std::int64_t subject, PatientRecord& record) {
  auto read = each("SELECT r.id, c.text, t.day, t.precision, t.value, u.text, m.text, b.text FROM measurement t "
                   "JOIN resource r ON r.key = t.resource JOIN term c ON c.key = t.code JOIN term u ON u.key = t.unit "
                   "LEFT JOIN term m ON m.key = t.method LEFT JOIN term b ON b.key = t.batch WHERE t.subject = ?1 "
                   "ORDER BY t.day, r.id",
                   subject, [&](const Statement& row) {
                     record.measurements.push_back({textAt(row, 0), textAt(row, 1), dateAt(row, 2), row.real(4),
                                                    textAt(row, 5), textAt(row, 6), textAt(row, 7)});
                   });
  if (!read) {
    return read;
  }
  read = each("SELECT r.id, c.text, t.day, t.precision, v.text FROM finding t JOIN resource r ON r.key = t.resource "
              "JOIN term c ON c.key = t.code JOIN term v ON v.key = t.value WHERE t.subject = ?1 ORDER BY t.day, r.id",
              subject, [&](const Statement& row) {
                record.findings.push_back({textAt(row, 0), textAt(row, 1), optionalDateAt(row, 2), textAt(row, 4)});
              });
  if (!read) {
    return read;
  }
  return each("SELECT r.id, t.conception, t.conception_precision, t.stop, t.stop_precision, t.outcome FROM pregnancy t "
              "JOIN resource r ON r.key = t.resource WHERE t.subject = ?1 ORDER BY t.conception, r.id",
              subject, [&](const Statement& row) {
                record.pregnancies.push_back(
                    {textAt(row, 0), dateAt(row, 1), optionalDateAt(row, 3), enumAt<PregnancyOutcome>(row, 5)});
              });
}

Result<void> RecordReader::readExams(std::int64_t subject, PatientRecord& record) {
  auto read = each("SELECT r.id, t.day, t.bids_session, t.scanner, t.field_tesla, t.contrast, t.comparator, t.new_t2, "
                   "t.enlarging_t2, t.enhancing FROM mri_exam t JOIN resource r ON r.key = t.resource "
                   "WHERE t.subject = ?1 ORDER BY t.day, r.id",
                   subject, [&](const Statement& row) {
                     MriExam exam;
                     exam.id = textAt(row, 0);
                     exam.date = dayAt(row, 1);
                     exam.bidsSession = textAt(row, 2);
                     exam.scanner = textAt(row, 3);
                     exam.fieldTesla = realAt(row, 4);
                     exam.contrast = enumAt<ContrastGiven>(row, 5);
                     exam.comparatorId = textAt(row, 6);
                     exam.newT2 = numberAt(row, 7);
                     exam.enlargingT2 = numberAt(row, 8);
                     exam.enhancing = numberAt(row, 9);
                     record.exams.push_back(std::move(exam));
                   });
  if (!read) {
    return read;
  }
  std::map<std::string, MriExam*> byId;
  for (MriExam& exam : record.exams) {
    byId[exam.id] = &exam;
  }
  return each("SELECT r.id, x.text FROM mri_exam t JOIN resource r ON r.key = t.resource "
              "JOIN mri_exam_region g ON g.exam = t.resource JOIN term x ON x.key = g.region WHERE t.subject = ?1 "
              "ORDER BY t.resource, g.position",
              subject, [&](const Statement& row) { byId[textAt(row, 0)]->regions.push_back(textAt(row, 1)); });
}

} // namespace facet::storage
