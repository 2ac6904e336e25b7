-- The projection of the consortium's releases: everything here can be rebuilt by a sync.
-- Days are counted from 1970-01-01, with a precision of 0 year, 1 month, 2 day beside those that may be partial; a day of
-- lower precision is the first of its unit. EDSS and grades are whole numbers, EDSS in tenths. The numbers of enumerated
-- values are those of facet/clinical/records.h.

CREATE TABLE profile(
  only INTEGER PRIMARY KEY CHECK(only = 1),
  id TEXT NOT NULL,
  demo INTEGER NOT NULL CHECK(demo IN (0, 1)),
  -- Version of the code that made the projections from the raw resources.
  projection INTEGER NOT NULL,
  -- Goes up with every commit that changes data.
  batch INTEGER NOT NULL
) STRICT;

-- A publisher. Its releases share a series and the key that signs them; location is where the last one came from.
CREATE TABLE source(
  key INTEGER PRIMARY KEY,
  series TEXT NOT NULL UNIQUE,
  location TEXT NOT NULL,
  name TEXT NOT NULL,
  demo INTEGER NOT NULL CHECK(demo IN (0, 1)),
  public_key BLOB CHECK(length(public_key) = 32),
  added INTEGER NOT NULL
) STRICT;

CREATE TABLE sync_run(
  key INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(key) ON DELETE CASCADE,
  release TEXT NOT NULL,
  started INTEGER NOT NULL,
  ended INTEGER,
  -- 0 running or killed, 1 complete, 2 cancelled, 3 failed
  state INTEGER NOT NULL CHECK(state BETWEEN 0 AND 3),
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  images INTEGER NOT NULL,
  failure TEXT
) STRICT;
CREATE INDEX sync_run_by_source ON sync_run(source, started);

-- The release that the rows are from: written in one transaction with them.
CREATE TABLE sync_cursor(
  source INTEGER PRIMARY KEY REFERENCES source(key) ON DELETE CASCADE,
  run INTEGER NOT NULL,
  -- SHA-256 of the release's SHA256SUMS
  identity BLOB NOT NULL CHECK(length(identity) = 32),
  version TEXT NOT NULL,
  -- of the data, ms since 1970-01-01
  time INTEGER NOT NULL,
  -- 0 exact, 1 shifted, 2 year only
  dates INTEGER NOT NULL CHECK(dates BETWEEN 0 AND 2),
  -- 1 when everything of the release was taken or refused, images included
  complete INTEGER NOT NULL CHECK(complete IN (0, 1))
) STRICT;

CREATE TABLE release_file(
  key INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(key) ON DELETE CASCADE,
  path TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  modified_ns INTEGER NOT NULL,
  sha256 BLOB NOT NULL CHECK(length(sha256) = 32),
  -- 0 not taken yet, 1 everything in it was taken or refused, 2 refused as a whole
  state INTEGER NOT NULL CHECK(state BETWEEN 0 AND 2),
  UNIQUE(source, path)
) STRICT;

CREATE TABLE quarantine(
  key INTEGER PRIMARY KEY,
  file INTEGER NOT NULL REFERENCES release_file(key) ON DELETE CASCADE,
  -- from 1; 0 for the file as a whole
  line INTEGER NOT NULL,
  run INTEGER NOT NULL,
  subject TEXT NOT NULL,
  code INTEGER NOT NULL,
  -- Message as JSON: context, source, arguments
  reason TEXT NOT NULL,
  -- the same, may be absent
  place TEXT,
  bytes BLOB
) STRICT;
CREATE INDEX quarantine_by_file ON quarantine(file, line);

-- Texts that repeat: resource types, codes, units, methods.
CREATE TABLE term(
  key INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

-- What zstd compresses the raw resources against.
CREATE TABLE dictionary(
  key INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- Whom resources are about, in the order of their first mention.
CREATE TABLE subject(
  key INTEGER PRIMARY KEY,
  pseudonym TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE resource(
  key INTEGER PRIMARY KEY,
  type INTEGER NOT NULL,
  id TEXT NOT NULL,
  -- which projection it has, by the order of clinical::Record
  kind INTEGER NOT NULL CHECK(kind BETWEEN 0 AND 12),
  -- absent for a cohort
  subject INTEGER REFERENCES subject(key),
  file INTEGER NOT NULL REFERENCES release_file(key),
  run INTEGER NOT NULL,
  version TEXT,
  sha256 BLOB NOT NULL CHECK(length(sha256) = 32),
  -- key of the dictionary, 0 for none
  dictionary INTEGER NOT NULL,
  json BLOB NOT NULL,
  UNIQUE(type, id)
) STRICT;
CREATE INDEX resource_by_file ON resource(file);
CREATE INDEX resource_by_subject ON resource(subject);

CREATE TABLE person(
  resource INTEGER PRIMARY KEY REFERENCES resource(key) ON DELETE CASCADE,
  subject INTEGER NOT NULL,
  kind INTEGER NOT NULL CHECK(kind IN (0, 1)),
  sex INTEGER NOT NULL CHECK(sex BETWEEN 0 AND 3),
  birth INTEGER,
  birth_precision INTEGER CHECK(birth_precision BETWEEN 0 AND 2),
  -- 1 also where the day of death is not known
  deceased INTEGER NOT NULL CHECK(deceased IN (0, 1)),
  death INTEGER,
  death_precision INTEGER CHECK(death_precision BETWEEN 0 AND 2),
  country TEXT,
  site TEXT,
  CHECK((birth IS NULL) = (birth_precision IS NULL)),
  CHECK((death IS NULL) = (death_precision IS NULL))
) STRICT;
CREATE INDEX person_by_subject ON person(subject);

CREATE TABLE onset(
  resource INTEGER PRIMARY KEY REFERENCES resource(key) ON DELETE CASCADE,
  subject INTEGER NOT NULL,
  onset INTEGER,
  onset_precision INTEGER CHECK(onset_precision BETWEEN 0 AND 2),
  diagnosis INTEGER,
  diagnosis_precision INTEGER CHECK(diagnosis_precision BETWEEN 0 AND 2),
  CHECK((onset IS NULL) = (onset_precision IS NULL)),
  CHECK((diagnosis IS NULL) = (diagnosis_precision IS NULL))
) STRICT;
CREATE INDEX onset_by_subject ON onset(subject);

CREATE TABLE phase(
  resource INTEGER PRIMARY KEY REFERENCES resource(key) ON DELETE CASCADE,
  subject INTEGER NOT NULL,
  course INTEGER NOT NULL CHECK(course BETWEEN 0 AND 5),
  start INTEGER NOT NULL,
  start_precision INTEGER NOT NULL CHECK(start_precision BETWEEN 0 AND 2),
  stop INTEGER,
  stop_precision INTEGER CHECK(stop_precision BETWEEN 0 AND 2),
  CHECK((stop IS NULL) = (stop_precision IS NULL))
) STRICT;
CREATE INDEX phase_by_subject ON phase(subject, start);

CREATE TABLE visit(
  resource INTEGER PRIMARY KEY REFERENCES resource(key) ON DELETE CASCADE,
  subject INTEGER NOT NULL,
  day INTEGER NOT NULL,
  occasion INTEGER NOT NULL CHECK(occasion BETWEEN 0 AND 3),
  mode INTEGER NOT NULL CHECK(mode BETWEEN 0 AND 3),
  rater TEXT,
  edss INTEGER CHECK(edss BETWEEN 0 AND 100 AND edss % 5 = 0 AND edss != 5),
  pyramidal INTEGER CHECK(pyramidal BETWEEN 0 AND 6),
  cerebellar INTEGER CHECK(cerebellar BETWEEN 0 AND 5),
  brainstem INTEGER CHECK(brainstem BETWEEN 0 AND 5),
  sensory INTEGER CHECK(sensory BETWEEN 0 AND 6),
  bowel_bladder INTEGER CHECK(bowel_bladder BETWEEN 0 AND 6),
  visual INTEGER CHECK(visual BETWEEN 0 AND 6),
  cerebral INTEGER CHECK(cerebral BETWEEN 0 AND 5),
  ambulation INTEGER CHECK(ambulation BETWEEN 0 AND 16)
) STRICT;
CREATE INDEX visit_by_subject ON visit(subject, day);

CREATE TABLE relapse(
  resource INTEGER PRIMARY KEY REFERENCES resource(key) ON DELETE CASCADE,
  subject INTEGER NOT NULL,
  onset INTEGER NOT NULL,
  onset_precision INTEGER NOT NULL CHECK(onset_precision BETWEEN 0 AND 2),
  stop INTEGER,
  stop_precision INTEGER CHECK(stop_precision BETWEEN 0 AND 2),
  severity INTEGER NOT NULL CHECK(severity BETWEEN 0 AND 3),
  certainty INTEGER NOT NULL CHECK(certainty BETWEEN 0 AND 4),
  recovery INTEGER NOT NULL CHECK(recovery BETWEEN 0 AND 3),
  steroids INTEGER CHECK(steroids IN (0, 1)),
  CHECK((stop IS NULL) = (stop_precision IS NULL))
) STRICT;
CREATE INDEX relapse_by_subject ON relapse(subject, onset);
-- For the relapses of the last year of all people.
CREATE INDEX relapse_by_onset ON relapse(onset, certainty, subject);

CREATE TABLE relapse_system(
  relapse INTEGER NOT NULL REFERENCES relapse(resource) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  system INTEGER NOT NULL CHECK(system BETWEEN 0 AND 6),
  PRIMARY KEY(relapse, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE treatment(
  resource INTEGER PRIMARY KEY REFERENCES resource(key) ON DELETE CASCADE,
  subject INTEGER NOT NULL,
  atc TEXT,
  name TEXT NOT NULL,
  start INTEGER NOT NULL,
  start_precision INTEGER NOT NULL CHECK(start_precision BETWEEN 0 AND 2),
  stop INTEGER,
  stop_precision INTEGER CHECK(stop_precision BETWEEN 0 AND 2),
  stop_reason TEXT,
  dose TEXT,
  CHECK((stop IS NULL) = (stop_precision IS NULL))
) STRICT;
CREATE INDEX treatment_by_subject ON treatment(subject, start);
-- For the treatments of all people that go on.
CREATE INDEX treatment_by_stop ON treatment(stop, subject, start, start_precision, stop_precision, atc, name);

CREATE TABLE administration(
  resource INTEGER PRIMARY KEY REFERENCES resource(key) ON DELETE CASCADE,
  subject INTEGER NOT NULL,
  treatment TEXT,
  atc TEXT,
  name TEXT NOT NULL,
  day INTEGER NOT NULL,
  dose_mg REAL
) STRICT;
CREATE INDEX administration_by_subject ON administration(subject);

CREATE TABLE adverse_event(
  resource INTEGER PRIMARY KEY REFERENCES resource(key) ON DELETE CASCADE,
  subject INTEGER NOT NULL,
  treatment TEXT,
  day INTEGER NOT NULL,
  precision INTEGER NOT NULL CHECK(precision BETWEEN 0 AND 2),
  term TEXT NOT NULL,
  serious INTEGER CHECK(serious IN (0, 1))
) STRICT;
CREATE INDEX adverse_event_by_subject ON adverse_event(subject);

CREATE TABLE measurement(
  resource INTEGER PRIMARY KEY REFERENCES resource(key) ON DELETE CASCADE,
  subject INTEGER NOT NULL,
  code INTEGER NOT NULL,
  day INTEGER NOT NULL,
  precision INTEGER NOT NULL CHECK(precision BETWEEN 0 AND 2),
  value REAL NOT NULL,
  unit INTEGER NOT NULL,
  method INTEGER,
  batch INTEGER
) STRICT;
CREATE INDEX measurement_by_subject ON measurement(subject);

CREATE TABLE finding(
  resource INTEGER PRIMARY KEY REFERENCES resource(key) ON DELETE CASCADE,
  subject INTEGER NOT NULL,
  code INTEGER NOT NULL,
  day INTEGER,
  precision INTEGER CHECK(precision BETWEEN 0 AND 2),
  value INTEGER NOT NULL,
  CHECK((day IS NULL) = (precision IS NULL))
) STRICT;
CREATE INDEX finding_by_subject ON finding(subject);

CREATE TABLE pregnancy(
  resource INTEGER PRIMARY KEY REFERENCES resource(key) ON DELETE CASCADE,
  subject INTEGER NOT NULL,
  conception INTEGER NOT NULL,
  conception_precision INTEGER NOT NULL CHECK(conception_precision BETWEEN 0 AND 2),
  stop INTEGER,
  stop_precision INTEGER CHECK(stop_precision BETWEEN 0 AND 2),
  outcome INTEGER NOT NULL CHECK(outcome BETWEEN 0 AND 4),
  CHECK((stop IS NULL) = (stop_precision IS NULL))
) STRICT;
CREATE INDEX pregnancy_by_subject ON pregnancy(subject);

CREATE TABLE mri_exam(
  resource INTEGER PRIMARY KEY REFERENCES resource(key) ON DELETE CASCADE,
  subject INTEGER NOT NULL,
  day INTEGER NOT NULL,
  bids_session TEXT,
  scanner TEXT,
  field_tesla REAL,
  contrast INTEGER NOT NULL CHECK(contrast BETWEEN 0 AND 2),
  comparator TEXT,
  new_t2 INTEGER CHECK(new_t2 >= 0),
  enlarging_t2 INTEGER CHECK(enlarging_t2 >= 0),
  enhancing INTEGER CHECK(enhancing >= 0)
) STRICT;
CREATE INDEX mri_exam_by_subject ON mri_exam(subject, day);

CREATE TABLE mri_exam_region(
  exam INTEGER NOT NULL REFERENCES mri_exam(resource) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  region INTEGER NOT NULL,
  PRIMARY KEY(exam, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE cohort(
  resource INTEGER PRIMARY KEY REFERENCES resource(key) ON DELETE CASCADE,
  code TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;

-- Members may be people whom no release has brought.
CREATE TABLE cohort_member(
  subject INTEGER NOT NULL REFERENCES subject(key),
  cohort INTEGER NOT NULL REFERENCES cohort(resource) ON DELETE CASCADE,
  PRIMARY KEY(subject, cohort)
) STRICT, WITHOUT ROWID;
CREATE INDEX cohort_member_by_cohort ON cohort_member(cohort);

-- One row a person with what the list of patients shows and would be slow to gather, and the persons whose row is out of
-- date. What is dated after the day of the newest release (sync_cursor.time) and pseudo-relapses do not count. Treatments
-- that go on and relapses in the last year are not here, because they change with the day: indexes serve them.
CREATE TABLE person_summary(
  subject INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person(resource) ON DELETE CASCADE,
  course INTEGER,
  onset INTEGER,
  onset_precision INTEGER,
  last_visit INTEGER,
  last_edss INTEGER,
  last_edss_day INTEGER,
  last_relapse INTEGER,
  last_relapse_precision INTEGER,
  last_exam INTEGER
) STRICT;

CREATE TABLE outdated_summary(
  subject INTEGER PRIMARY KEY
) STRICT;
