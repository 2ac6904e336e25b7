#include "release_writer_state.h"
#include "rows.h"

namespace facet::storage {
namespace {

/// Rows of people whose first parameter is the last day that counts.
constexpr const char* kSummarize =
    "INSERT OR REPLACE INTO person_summary(subject, person, course, onset, onset_precision, last_visit, last_edss, "
    "last_edss_day, last_relapse, last_relapse_precision, last_exam) "
    "SELECT p.subject, p.resource, "
    "(SELECT course FROM phase WHERE subject = p.subject AND start <= ?1 ORDER BY start DESC, resource DESC LIMIT 1), "
    "(SELECT onset FROM onset WHERE subject = p.subject AND onset IS NOT NULL ORDER BY onset, resource LIMIT 1), "
    "(SELECT onset_precision FROM onset WHERE subject = p.subject AND onset IS NOT NULL ORDER BY onset, resource LIMIT "
    "1), "
    "(SELECT max(day) FROM visit WHERE subject = p.subject AND day <= ?1), "
    "(SELECT edss FROM visit WHERE subject = p.subject AND day <= ?1 AND edss IS NOT NULL ORDER BY day DESC, resource "
    "DESC LIMIT 1), "
    "(SELECT day FROM visit WHERE subject = p.subject AND day <= ?1 AND edss IS NOT NULL ORDER BY day DESC, resource "
    "DESC LIMIT 1), "
    "(SELECT onset FROM relapse WHERE subject = p.subject AND onset <= ?1 AND certainty != ?2 ORDER BY onset DESC, "
    "resource DESC LIMIT 1), "
    "(SELECT onset_precision FROM relapse WHERE subject = p.subject AND onset <= ?1 AND certainty != ?2 ORDER BY onset "
    "DESC, resource DESC LIMIT 1), "
    "(SELECT max(day) FROM mri_exam WHERE subject = p.subject AND day <= ?1) "
    "FROM person p";

constexpr const char* kLostPeople = "NOT IN (SELECT s.pseudonym FROM person p JOIN subject s ON s.key = p.subject)";

Result<void> runAll(Database& database, std::initializer_list<std::string> statements) {
  for (const std::string& sql : statements) {
    if (auto done = database.execute(sql.c_str()); !done) {
      return done;
    }
  }
  return {};
}

} // namespace

Result<void> ReleaseWriter::State::removeKey(std::int64_t key) {
  changed = true;
  removed = true;
  return run(deleteRecord, {key});
}

Result<void> ReleaseWriter::State::removePerson(std::int64_t subject) {
  changed = true;
  removed = true;
  auto records = database.prepare(
      "DELETE FROM resource WHERE subject = ?1 AND file IN (SELECT key FROM release_file WHERE source = ?2)");
  auto memberships = database.prepare("DELETE FROM cohort_member WHERE subject = ?1");
  if (!records || !memberships) {
    return records ? memberships.error() : records.error();
  }
  auto gone = run(*records, {subject, source});
  return gone ? run(*memberships, {subject}) : gone;
}

Result<bool> ReleaseWriter::removeRecord(const std::string& type, const std::string& id) {
  State& state = *m_state;
  const auto term = state.terms->keyOf(type);
  if (!term) {
    return term.error();
  }
  state.findRecord.bind(1, *term);
  state.findRecord.bind(2, std::string_view(id));
  const auto row = state.findRecord.step();
  const bool ours = row && *row && state.findRecord.integer(3) == state.source;
  const std::int64_t key = ours ? state.findRecord.integer(0) : 0;
  const auto subject = ours ? state.findRecord.optionalInteger(4) : std::nullopt;
  state.findRecord.reset();
  if (!row) {
    return row.error();
  }
  if (!ours) {
    return false;
  }
  if (subject) {
    state.outdated.insert(*subject);
  }
  const auto gone = type == "Patient" && subject ? state.removePerson(*subject) : state.removeKey(key);
  return gone ? Result<bool>(true) : Result<bool>(gone.error());
}

Result<std::int64_t> ReleaseWriter::removeUnseen(const std::set<std::string>& keepTypes) {
  State& state = *m_state;
  auto rows = state.database.prepare("SELECT r.key, t.text, r.subject FROM resource r JOIN release_file f ON f.key = "
                                     "r.file JOIN term t ON t.key = r.type WHERE f.source = ?1");
  if (!rows) {
    return rows.error();
  }
  rows->bind(1, state.source);
  std::vector<std::int64_t> gone;
  std::vector<std::int64_t> people;
  while (true) {
    const auto row = rows->step();
    if (!row) {
      return row.error();
    }
    if (!*row) {
      break;
    }
    if (!state.seen.contains(rows->integer(0)) && !keepTypes.contains(std::string(rows->text(1)))) {
      gone.push_back(rows->integer(0));
      if (const auto subject = rows->optionalInteger(2)) {
        state.outdated.insert(*subject);
        if (rows->text(1) == "Patient") {
          people.push_back(*subject);
        }
      }
    }
  }
  for (const std::int64_t subject : people) {
    if (auto removed = state.removePerson(subject); !removed) {
      return removed.error();
    }
  }
  for (const std::int64_t key : gone) {
    if (auto removed = state.removeKey(key); !removed) {
      return removed.error();
    }
  }
  return static_cast<std::int64_t>(gone.size());
}

Result<std::vector<KnownPerson>> ReleaseWriter::people() {
  auto rows = m_state->database.prepare(
      "SELECT s.pseudonym, p.birth, p.birth_precision FROM person p JOIN subject s ON s.key = p.subject");
  if (!rows) {
    return rows.error();
  }
  std::vector<KnownPerson> people;
  while (true) {
    const auto row = rows->step();
    if (!row) {
      return row.error();
    }
    if (!*row) {
      return people;
    }
    people.push_back({std::string(rows->text(0)), optionalDateAt(*rows, 1)});
  }
}

Result<std::vector<KnownTreatment>> ReleaseWriter::treatments() {
  auto rows =
      m_state->database.prepare("SELECT r.id, s.pseudonym FROM treatment t JOIN resource r ON r.key = t.resource JOIN "
                                "subject s ON s.key = t.subject");
  if (!rows) {
    return rows.error();
  }
  std::vector<KnownTreatment> treatments;
  while (true) {
    const auto row = rows->step();
    if (!row) {
      return row.error();
    }
    if (!*row) {
      return treatments;
    }
    treatments.push_back({std::string(rows->text(0)), std::string(rows->text(1))});
  }
}

/// Images of people who are gone go too, and pseudonyms that nothing is about.
Result<void> ReleaseWriter::State::removeLost() {
  if (!removed) {
    return {};
  }
  const std::string lost = kLostPeople;
  subjects->forget();
  return runAll(
      database,
      {"UPDATE release_file SET state = 0 WHERE key IN (SELECT brought_by FROM image WHERE person " + lost + ")",
       "DELETE FROM image_transform WHERE fixed IN (SELECT voxels FROM image WHERE person " + lost +
           ") OR moving IN (SELECT voxels FROM image WHERE person " + lost + ")",
       "DELETE FROM image WHERE person " + lost, "DELETE FROM imaging_session WHERE person " + lost,
       "DELETE FROM subject WHERE NOT EXISTS (SELECT 1 FROM resource r WHERE r.subject = subject.key) AND NOT EXISTS "
       "(SELECT 1 FROM cohort_member m WHERE m.subject = subject.key)"});
}

Result<void> ReleaseWriter::State::writeCursor() {
  auto put =
      database.prepare("INSERT OR REPLACE INTO sync_cursor(source, run, identity, version, time, dates, complete) "
                       "VALUES(?1, ?2, ?3, ?4, ?5, ?6, 0)");
  if (!put) {
    return put.error();
  }
  put->bind(1, source);
  put->bind(2, runKey);
  put->bind(3, bytesOfDigest(about.identity));
  put->bind(4, std::string_view(about.version));
  put->bind(5, millisecondsOf(about.time));
  put->bind(6, about.dates);
  return put->run();
}

Result<void> ReleaseWriter::State::refreshSummaries() {
  const auto newest = database.integer("SELECT max(time) FROM sync_cursor");
  if (!newest) {
    return newest.error();
  }
  const std::int64_t day = daysOf(std::chrono::floor<std::chrono::days>(instantOf(*newest)));
  const auto pseudo = static_cast<std::int64_t>(clinical::RelapseCertainty::Pseudo);
  if (!before || before->time != about.time) {
    auto all = database.prepare(kSummarize);
    return all ? run(*all, {day, pseudo}) : Result<void>(all.error());
  }
  auto one = database.prepare(std::string(kSummarize) + " WHERE p.subject = ?3");
  if (!one) {
    return one.error();
  }
  for (const std::int64_t subject : outdated) {
    if (auto done = run(*one, {day, pseudo, subject}); !done) {
      return done;
    }
  }
  return {};
}

Result<void> ReleaseWriter::State::raiseBatch() {
  const bool sameRelease = before && before->identity == about.identity;
  if (!changed && sameRelease) {
    return {};
  }
  auto raise = database.prepare("UPDATE profile SET batch = batch + 1, projection = ?1");
  return raise ? run(*raise, {Projection::kVersion}) : Result<void>(raise.error());
}

} // namespace facet::storage
