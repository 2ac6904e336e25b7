#include "cache_state.h"
#include "image_rows.h"
#include "record_reader.h"
#include "rows.h"

#include <facet/storage/reader.h>

#include <algorithm>
#include <limits>
#include <tuple>
#include <unordered_map>

namespace facet::storage {

using namespace clinical;

namespace {

/// A date known to the year may mean a day this much later than its first.
constexpr int kLongestUncertainty = 366;

std::int64_t daysOf(Day day) {
  return day.time_since_epoch().count();
}

std::optional<Edss> edssOf(std::optional<int> tenths) {
  const auto edss = tenths ? Edss::fromTenths(*tenths) : Result<Edss>(Error{});
  return edss ? std::optional(*edss) : std::nullopt;
}

PersonRow rowOf(const Statement& row) {
  PersonRow person;
  person.id = textAt(row, 1);
  person.kind = enumAt<PersonKind>(row, 2);
  person.sex = enumAt<Sex>(row, 3);
  person.birth = optionalDateAt(row, 4);
  person.deceased = row.integer(6) != 0;
  person.death = optionalDateAt(row, 7);
  person.country = textAt(row, 9);
  person.site = textAt(row, 10);
  if (!row.isNull(11)) {
    person.course = enumAt<Course>(row, 11);
  }
  person.onset = optionalDateAt(row, 12);
  person.lastVisit = optionalDayAt(row, 14);
  person.edss = edssOf(numberAt(row, 15));
  person.edssDate = optionalDayAt(row, 16);
  person.lastRelapse = optionalDateAt(row, 17);
  person.lastScan = optionalDayAt(row, 19);
  return person;
}

OwnPerson ownOf(const Statement& row) {
  OwnPerson own;
  own.pseudonym = textAt(row, 0);
  own.sex = enumAt<Sex>(row, 1);
  own.ageYears = realAt(row, 2);
  if (!row.isNull(3)) {
    own.course = enumAt<Course>(row, 3);
  }
  own.edss = edssOf(numberAt(row, 4));
  return own;
}

/// Order of dates, those that are missing last.
bool earlier(const std::optional<PartialDate>& a, const std::optional<PartialDate>& b) {
  constexpr Day kNever = Day(std::chrono::days(std::numeric_limits<std::int32_t>::max()));
  return (a ? a->earliest() : kNever) < (b ? b->earliest() : kNever);
}

/// What one moment shows: without it a sync that commits between two statements would mix two releases.
class Snapshot {
public:
  explicit Snapshot(Database& database)
      : m_database(database)
      , m_begun(database.execute("BEGIN")) {}
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot() {
    if (m_begun) {
      // A read has nothing to lose.
      (void)m_database.execute("COMMIT");
    }
  }
  [[nodiscard]] const Result<void>& begun() const { return m_begun; }

private:
  Database& m_database;
  Result<void> m_begun;
};

} // namespace

struct CacheReader::State {
  State(Cache kept, Database opened)
      : cache(std::move(kept))
      , database(std::move(opened))
      , records(database) {}

  /// Calls `take` for each row of a statement that is prepared for this once.
  template <class F>
  Result<void> each(std::string_view sql, std::initializer_list<std::int64_t> values, F&& take) {
    auto statement = database.prepare(sql);
    if (!statement) {
      return statement.error();
    }
    int place = 1;
    for (const std::int64_t value : values) {
      statement->bind(place++, value);
    }
    return eachRow(*statement, std::forward<F>(take));
  }

  Result<void> addOwnPeople(std::vector<PersonRow>& rows);
  Result<PersonImages> images(const std::string& person);
  Result<std::optional<OwnPerson>> own(const std::string& person);

  Cache cache;
  Database database;
  RecordReader records;
};

CacheReader::CacheReader(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
CacheReader::CacheReader(CacheReader&&) noexcept = default;
CacheReader& CacheReader::operator=(CacheReader&&) noexcept = default;
CacheReader::~CacheReader() = default;

Result<CacheReader> CacheReader::open(const Cache& cache) {
  const CacheState& state = *cache.state();
  auto database = openForReading(state.files, state.document, state.key);
  if (!database) {
    return database.error();
  }
  return CacheReader(std::make_unique<State>(cache, std::move(*database)));
}

Result<std::optional<ReleaseStamp>> CacheReader::newestRelease() {
  std::optional<ReleaseStamp> release;
  const auto read =
      m_state->each("SELECT time, dates FROM sync_cursor ORDER BY time DESC LIMIT 1", {}, [&](const Statement& row) {
        release =
            ReleaseStamp{std::chrono::floor<std::chrono::days>(Instant(std::chrono::milliseconds(row.integer(0)))),
                         enumAt<ReleaseDates>(row, 1)};
      });
  return read ? Result<std::optional<ReleaseStamp>>(release) : read.error();
}

Result<std::vector<PersonRow>> CacheReader::people(Day dataDay, Day yearBefore, Progress& progress) {
  std::vector<PersonRow> rows;
  std::unordered_map<std::int64_t, std::size_t> bySubject;
  const Snapshot snapshot(m_state->database);
  if (!snapshot.begun()) {
    return snapshot.begun().error();
  }
  auto read = m_state->each(
      "SELECT s.key, s.pseudonym, p.kind, p.sex, p.birth, p.birth_precision, p.deceased, p.death, p.death_precision, "
      "p.country, p.site, y.course, y.onset, y.onset_precision, y.last_visit, y.last_edss, y.last_edss_day, "
      "y.last_relapse, y.last_relapse_precision, y.last_exam FROM person p JOIN subject s ON s.key = p.subject "
      "LEFT JOIN person_summary y ON y.subject = p.subject",
      {}, [&](const Statement& row) {
        bySubject.emplace(row.integer(0), rows.size());
        rows.push_back(rowOf(row));
      });
  if (!read) {
    return read.error();
  }
  if (progress.stopRequested()) {
    return cancelledError();
  }
  read = m_state->each(
      "SELECT subject, atc, name, start, start_precision, stop, stop_precision FROM treatment "
      "WHERE stop IS NULL OR stop > ?1 ORDER BY start",
      {daysOf(dataDay) - kLongestUncertainty}, [&](const Statement& row) {
        const auto person = bySubject.find(row.integer(0));
        const PartialDate start = dateAt(row, 3);
        const auto stop = optionalDateAt(row, 5);
        if (person != bySubject.end() && start.earliest() <= dataDay && (!stop || stop->latest() > dataDay)) {
          rows[person->second].treatments.push_back({{}, textAt(row, 1), textAt(row, 2), start, stop, {}, {}});
        }
      });
  if (!read) {
    return read.error();
  }
  read = m_state->each("SELECT subject, count(*) FROM relapse WHERE onset > ?1 AND onset <= ?2 AND certainty != ?3 "
                       "GROUP BY subject",
                       {daysOf(yearBefore), daysOf(dataDay), static_cast<std::int64_t>(RelapseCertainty::Pseudo)},
                       [&](const Statement& row) {
                         const auto person = bySubject.find(row.integer(0));
                         if (person != bySubject.end()) {
                           rows[person->second].relapsesInYear = static_cast<int>(row.integer(1));
                         }
                       });
  if (!read) {
    return read.error();
  }
  if (read = m_state->addOwnPeople(rows); !read) {
    return read.error();
  }
  std::sort(rows.begin(), rows.end(), [](const PersonRow& a, const PersonRow& b) { return a.id < b.id; });
  return rows;
}

/// People known by imports alone, and of everybody what the user made: images and reports.
Result<void> CacheReader::State::addOwnPeople(std::vector<PersonRow>& rows) {
  std::unordered_map<std::string, std::size_t> byId;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    byId.emplace(rows[i].id, i);
  }
  auto read =
      each("SELECT pseudonym, sex, age_years, course, edss FROM work.own_person", {}, [&](const Statement& row) {
        const OwnPerson own = ownOf(row);
        if (!byId.emplace(own.pseudonym, rows.size()).second) {
          return;
        }
        PersonRow person;
        person.id = own.pseudonym;
        person.sex = own.sex;
        person.course = own.course.value_or(Course::Unknown);
        person.edss = own.edss;
        rows.push_back(std::move(person));
      });
  const auto ofPerson = [&](const Statement& row) -> PersonRow* {
    const auto found = byId.find(textAt(row, 0));
    return found == byId.end() ? nullptr : &rows[found->second];
  };
  if (read) {
    read =
        each("SELECT DISTINCT person FROM main.image WHERE role = 0 UNION SELECT person FROM work.image WHERE role = 0",
             {}, [&](const Statement& row) {
               if (PersonRow* person = ofPerson(row)) {
                 person->hasImages = true;
               }
             });
  }
  if (read) {
    read = each("SELECT person, max(day) FROM work.imaging_session WHERE precision = 2 GROUP BY person", {},
                [&](const Statement& row) {
                  if (PersonRow* person = ofPerson(row)) {
                    person->lastScan = std::max(person->lastScan.value_or(dayAt(row, 1)), dayAt(row, 1));
                  }
                });
  }
  if (read) {
    read = each("SELECT person, max(at) FROM work.report GROUP BY person", {}, [&](const Statement& row) {
      if (PersonRow* person = ofPerson(row)) {
        person->lastReport = std::chrono::floor<std::chrono::days>(Instant(std::chrono::milliseconds(row.integer(1))));
      }
    });
  }
  return read;
}

Result<PersonImages> CacheReader::State::images(const std::string& person) {
  PersonImages images;
  for (const auto& [schema, origin] :
       {std::pair("main", ImageOrigin::Release), std::pair("work", ImageOrigin::Import)}) {
    auto reader = ImageReader::prepare(database, schema, origin);
    if (!reader) {
      return reader.error();
    }
    if (auto read = reader->readImages(person, images); !read) {
      return read.error();
    }
  }
  for (const auto& [schema, origin] :
       {std::pair("main", ImageOrigin::Release), std::pair("work", ImageOrigin::Import)}) {
    auto reader = ImageReader::prepare(database, schema, origin);
    if (!reader) {
      return reader.error();
    }
    if (auto read = reader->readTransforms(images); !read) {
      return read.error();
    }
  }
  std::sort(images.sessions.begin(), images.sessions.end(), [](const StoredSession& a, const StoredSession& b) {
    return earlier(a.date, b.date) || (!earlier(b.date, a.date) && a.label < b.label);
  });
  std::sort(images.images.begin(), images.images.end(), [](const StoredImage& a, const StoredImage& b) {
    return std::tie(a.session, a.name) < std::tie(b.session, b.name);
  });
  return images;
}

Result<std::optional<OwnPerson>> CacheReader::State::own(const std::string& person) {
  auto statement =
      database.prepare("SELECT pseudonym, sex, age_years, course, edss FROM work.own_person WHERE pseudonym = ?1");
  if (!statement) {
    return statement.error();
  }
  statement->bind(1, std::string_view(person));
  std::optional<OwnPerson> own;
  const auto read = eachRow(*statement, [&](const Statement& row) { own = ownOf(row); });
  return read ? Result<std::optional<OwnPerson>>(std::move(own)) : read.error();
}

Result<StoredPerson> CacheReader::person(const std::string& pseudonym) {
  const Snapshot snapshot(m_state->database);
  if (!snapshot.begun()) {
    return snapshot.begun().error();
  }
  auto record = m_state->records.read(pseudonym);
  if (!record) {
    return record.error();
  }
  auto own = m_state->own(pseudonym);
  if (!own) {
    return own.error();
  }
  if (!*record && !*own) {
    return Error{ErrorCode::NotFound, pseudonym, FACET_TEXT("storage", "is not in this copy")};
  }
  auto images = m_state->images(pseudonym);
  if (!images) {
    return images.error();
  }
  StoredPerson person{record->value_or(PatientRecord{}), std::move(*own), std::move(*images)};
  if (!*record) {
    person.record.person.id = pseudonym;
    person.record.person.sex = person.own->sex;
    for (const StoredSession& session : person.images.sessions) {
      if (session.date && session.date->isExact()) {
        MriExam exam;
        exam.id = "import-" + session.label;
        exam.date = session.date->earliest();
        exam.bidsSession = "sub-" + pseudonym + "/ses-" + session.label;
        person.record.exams.push_back(std::move(exam));
      }
    }
  }
  return person;
}

Result<std::optional<Day>> CacheReader::lastVisitMark(const std::string& pseudonym) {
  auto statement = m_state->database.prepare("SELECT day FROM work.last_visit_mark WHERE person = ?1");
  if (!statement) {
    return statement.error();
  }
  statement->bind(1, std::string_view(pseudonym));
  std::optional<Day> day;
  const auto read = eachRow(*statement, [&](const Statement& row) { day = dayAt(row, 0); });
  return read ? Result<std::optional<Day>>(day) : read.error();
}

Result<std::optional<std::string>> CacheReader::patientSetting(const std::string& pseudonym, const std::string& name) {
  auto statement = m_state->database.prepare("SELECT value FROM work.patient_setting WHERE person = ?1 AND name = ?2");
  if (!statement) {
    return statement.error();
  }
  statement->bind(1, std::string_view(pseudonym));
  statement->bind(2, std::string_view(name));
  std::optional<std::string> value;
  const auto read = eachRow(*statement, [&](const Statement& row) { value = textAt(row, 0); });
  return read ? Result<std::optional<std::string>>(std::move(value)) : read.error();
}

} // namespace facet::storage
