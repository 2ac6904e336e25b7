#include "projection.h"

#include <array>

namespace facet::storage {
namespace {

using namespace clinical;

/// By the order of clinical::Record.
constexpr std::array<std::string_view, 13> kInsert = {
    "INSERT INTO person(resource, subject, kind, sex, birth, birth_precision, deceased, death, death_precision, "
    "country, "
    "site) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    "INSERT INTO onset(resource, subject, onset, onset_precision, diagnosis, diagnosis_precision) "
    "VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
    "INSERT INTO phase(resource, subject, course, start, start_precision, stop, stop_precision) "
    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "INSERT INTO visit(resource, subject, day, occasion, mode, rater, edss, pyramidal, cerebellar, brainstem, sensory, "
    "bowel_bladder, visual, cerebral, ambulation) "
    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    "INSERT INTO relapse(resource, subject, onset, onset_precision, stop, stop_precision, severity, certainty, "
    "recovery, "
    "steroids) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    "INSERT INTO treatment(resource, subject, atc, name, start, start_precision, stop, stop_precision, stop_reason, "
    "dose) "
    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    "INSERT INTO administration(resource, subject, treatment, atc, name, day, dose_mg) "
    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "INSERT INTO adverse_event(resource, subject, treatment, day, precision, term, serious) "
    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "INSERT INTO measurement(resource, subject, code, day, precision, value, unit, method, batch) "
    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    "INSERT INTO finding(resource, subject, code, day, precision, value) VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
    "INSERT INTO pregnancy(resource, subject, conception, conception_precision, stop, stop_precision, outcome) "
    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "INSERT INTO mri_exam(resource, subject, day, bids_session, scanner, field_tesla, contrast, comparator, new_t2, "
    "enlarging_t2, enhancing) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    "INSERT INTO cohort(resource, code, name) VALUES(?1, ?2, ?3)",
};
static_assert(kInsert.size() == std::variant_size_v<Record>);

/// A date takes two places: its first day and how much of it is known.
void bindDate(Statement& statement, int place, const std::optional<PartialDate>& date) {
  if (date) {
    statement.bind(place, daysOf(date->earliest()));
    statement.bind(place + 1, date->precision());
  } else {
    statement.bindNull(place);
    statement.bindNull(place + 1);
  }
}

void bindFlag(Statement& statement, int place, const std::optional<bool>& flag) {
  if (flag) {
    statement.bind(place, *flag ? 1 : 0);
  } else {
    statement.bindNull(place);
  }
}

} // namespace

std::int64_t daysOf(Day day) {
  return day.time_since_epoch().count();
}

Result<Terms> Terms::prepare(Database& database, const char* find, const char* add) {
  Terms terms;
  terms.m_database = &database;
  auto finding = database.prepare(find);
  if (!finding) {
    return finding.error();
  }
  auto adding = database.prepare(add);
  if (!adding) {
    return adding.error();
  }
  terms.m_find = std::move(*finding);
  terms.m_add = std::move(*adding);
  return terms;
}

Result<std::int64_t> Terms::keyOf(const std::string& text) {
  if (const auto known = m_known.find(text); known != m_known.end()) {
    return known->second;
  }
  m_find.bind(1, std::string_view(text));
  const auto row = m_find.step();
  if (!row) {
    m_find.reset();
    return row.error();
  }
  std::int64_t key = *row ? m_find.integer(0) : 0;
  m_find.reset();
  if (!*row) {
    m_add.bind(1, std::string_view(text));
    if (auto added = m_add.run(); !added) {
      return added.error();
    }
    key = m_database->lastInsertedKey();
  }
  m_known.emplace(text, key);
  return key;
}

Result<Projection> Projection::prepare(Database& database, Terms& terms, Terms& subjects) {
  Projection projection;
  projection.m_terms = &terms;
  projection.m_subjects = &subjects;
  for (const std::string_view sql : kInsert) {
    auto statement = database.prepare(sql);
    if (!statement) {
      return statement.error();
    }
    projection.m_insert.push_back(std::move(*statement));
  }
  const std::array<std::pair<Statement*, const char*>, 3> others = {
      {{&projection.m_system, "INSERT INTO relapse_system(relapse, position, system) VALUES(?1, ?2, ?3)"},
       {&projection.m_region, "INSERT INTO mri_exam_region(exam, position, region) VALUES(?1, ?2, ?3)"},
       {&projection.m_member, "INSERT OR IGNORE INTO cohort_member(subject, cohort) VALUES(?1, ?2)"}}};
  for (const auto& [statement, sql] : others) {
    auto prepared = database.prepare(sql);
    if (!prepared) {
      return prepared.error();
    }
    *statement = std::move(*prepared);
  }
  return projection;
}

Result<void> Projection::insert(std::int64_t resource, std::optional<std::int64_t> subject, const Record& record) {
  m_resource = resource;
  m_subject = subject;
  return std::visit([this](const auto& one) { return write(one); }, record);
}

Statement& Projection::statementFor(std::size_t kind) {
  Statement& statement = m_insert[kind];
  statement.bind(1, m_resource);
  if (m_subject) {
    statement.bind(2, *m_subject);
  }
  return statement;
}

Result<void> Projection::write(const Person& person) {
  Statement& row = statementFor(0);
  row.bind(3, person.kind);
  row.bind(4, person.sex);
  bindDate(row, 5, person.birth);
  row.bind(7, person.deceased || person.death ? 1 : 0);
  bindDate(row, 8, person.death);
  row.bindUnlessEmpty(10, person.country);
  row.bindUnlessEmpty(11, person.site);
  return row.run();
}

Result<void> Projection::write(const Onset& onset) {
  Statement& row = statementFor(1);
  bindDate(row, 3, onset.onset);
  bindDate(row, 5, onset.diagnosis);
  return row.run();
}

Result<void> Projection::write(const Phase& phase) {
  Statement& row = statementFor(2);
  row.bind(3, phase.course);
  bindDate(row, 4, phase.start);
  bindDate(row, 6, phase.end);
  return row.run();
}

Result<void> Projection::write(const Visit& visit) {
  Statement& row = statementFor(3);
  row.bind(3, daysOf(visit.date));
  row.bind(4, visit.occasion);
  row.bind(5, visit.mode);
  row.bindUnlessEmpty(6, visit.rater);
  row.bind(7, visit.edss ? std::optional(visit.edss->tenths()) : std::nullopt);
  int place = 8;
  for (const std::optional<int>& grade : visit.systems.grades) {
    row.bind(place++, grade);
  }
  row.bind(place, visit.systems.ambulation);
  return row.run();
}

Result<void> Projection::write(const Relapse& relapse) {
  Statement& row = statementFor(4);
  bindDate(row, 3, relapse.onset);
  bindDate(row, 5, relapse.end);
  row.bind(7, relapse.severity);
  row.bind(8, relapse.certainty);
  row.bind(9, relapse.recovery);
  bindFlag(row, 10, relapse.steroids);
  if (auto run = row.run(); !run) {
    return run;
  }
  int position = 0;
  for (const FunctionalSystem system : relapse.systems) {
    m_system.bind(1, m_resource);
    m_system.bind(2, position++);
    m_system.bind(3, system);
    if (auto run = m_system.run(); !run) {
      return run;
    }
  }
  return {};
}

Result<void> Projection::write(const Treatment& treatment) {
  Statement& row = statementFor(5);
  row.bindUnlessEmpty(3, treatment.atc);
  row.bind(4, std::string_view(treatment.name));
  bindDate(row, 5, treatment.start);
  bindDate(row, 7, treatment.stop);
  row.bindUnlessEmpty(9, treatment.stopReason);
  row.bindUnlessEmpty(10, treatment.dose);
  return row.run();
}

Result<void> Projection::write(const Administration& administration) {
  Statement& row = statementFor(6);
  row.bindUnlessEmpty(3, administration.treatmentId);
  row.bindUnlessEmpty(4, administration.atc);
  row.bind(5, std::string_view(administration.name));
  row.bind(6, daysOf(administration.date));
  row.bind(7, administration.doseMg);
  return row.run();
}

Result<void> Projection::write(const AdverseEvent& event) {
  Statement& row = statementFor(7);
  row.bindUnlessEmpty(3, event.treatmentId);
  bindDate(row, 4, event.date);
  row.bind(6, std::string_view(event.term));
  bindFlag(row, 7, event.serious);
  return row.run();
}

Result<void> Projection::write(const Measurement& measurement) {
  Statement& row = statementFor(8);
  bindDate(row, 4, measurement.date);
  row.bind(6, measurement.value);
  for (const auto& [place, text] : {std::pair(3, &measurement.code), std::pair(7, &measurement.unit),
                                    std::pair(8, &measurement.method), std::pair(9, &measurement.batch)}) {
    if (text->empty() && place > 7) {
      row.bindNull(place);
      continue;
    }
    const auto key = m_terms->keyOf(*text);
    if (!key) {
      return key.error();
    }
    row.bind(place, *key);
  }
  return row.run();
}

Result<void> Projection::write(const Finding& finding) {
  const auto code = m_terms->keyOf(finding.code);
  if (!code) {
    return code.error();
  }
  const auto value = m_terms->keyOf(finding.value);
  if (!value) {
    return value.error();
  }
  Statement& row = statementFor(9);
  row.bind(3, *code);
  bindDate(row, 4, finding.date);
  row.bind(6, *value);
  return row.run();
}

Result<void> Projection::write(const Pregnancy& pregnancy) {
  Statement& row = statementFor(10);
  bindDate(row, 3, pregnancy.conception);
  bindDate(row, 5, pregnancy.end);
  row.bind(7, pregnancy.outcome);
  return row.run();
}

Result<void> Projection::write(const MriExam& exam) {
  Statement& row = statementFor(11);
  row.bind(3, daysOf(exam.date));
  row.bindUnlessEmpty(4, exam.bidsSession);
  row.bindUnlessEmpty(5, exam.scanner);
  row.bind(6, exam.fieldTesla);
  row.bind(7, exam.contrast);
  row.bindUnlessEmpty(8, exam.comparatorId);
  row.bind(9, exam.newT2);
  row.bind(10, exam.enlargingT2);
  row.bind(11, exam.enhancing);
  if (auto run = row.run(); !run) {
    return run;
  }
  int position = 0;
  for (const std::string& region : exam.regions) {
    const auto key = m_terms->keyOf(region);
    if (!key) {
      return key.error();
    }
    m_region.bind(1, m_resource);
    m_region.bind(2, position++);
    m_region.bind(3, *key);
    if (auto run = m_region.run(); !run) {
      return run;
    }
  }
  return {};
}

Result<void> Projection::write(const Cohort& cohort) {
  Statement& row = m_insert[12];
  row.bind(1, m_resource);
  row.bind(2, std::string_view(cohort.code));
  row.bind(3, std::string_view(cohort.name));
  if (auto run = row.run(); !run) {
    return run;
  }
  for (const std::string& member : cohort.members) {
    const auto subject = m_subjects->keyOf(member);
    if (!subject) {
      return subject.error();
    }
    m_member.bind(1, *subject);
    m_member.bind(2, m_resource);
    if (auto run = m_member.run(); !run) {
      return run;
    }
  }
  return {};
}

} // namespace facet::storage
