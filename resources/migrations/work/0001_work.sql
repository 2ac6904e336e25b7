-- What the user made or brought: nothing here can be fetched again. No table is WITHOUT ROWID, so that a damaged file
-- can be salvaged row by row.

CREATE TABLE profile(
  only INTEGER PRIMARY KEY CHECK(only = 1),
  id TEXT NOT NULL,
  demo INTEGER NOT NULL CHECK(demo IN (0, 1))
) STRICT;

CREATE TABLE import(
  key INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  -- 0 DICOM, 1 BIDS, 2 loose files
  kind INTEGER NOT NULL CHECK(kind BETWEEN 0 AND 2),
  images INTEGER NOT NULL,
  refused INTEGER NOT NULL
) STRICT;

-- People known from imports, with what the import said of them without a date.
CREATE TABLE own_person(
  key INTEGER PRIMARY KEY,
  pseudonym TEXT NOT NULL UNIQUE,
  sex INTEGER NOT NULL CHECK(sex BETWEEN 0 AND 3),
  age_years REAL CHECK(age_years BETWEEN 0 AND 130),
  course INTEGER CHECK(course BETWEEN 0 AND 5),
  edss INTEGER CHECK(edss BETWEEN 0 AND 100 AND edss % 5 = 0 AND edss != 5),
  added INTEGER NOT NULL
) STRICT;

CREATE TABLE report(
  key INTEGER PRIMARY KEY,
  person TEXT NOT NULL,
  at INTEGER NOT NULL,
  language TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK(length(sha256) = 32)
) STRICT;
CREATE INDEX report_by_person ON report(person, at);

-- The visit after which the overview counts what is new.
CREATE TABLE last_visit_mark(
  key INTEGER PRIMARY KEY,
  person TEXT NOT NULL UNIQUE,
  day INTEGER NOT NULL
) STRICT;

CREATE TABLE patient_setting(
  key INTEGER PRIMARY KEY,
  person TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE(person, name)
) STRICT;

-- Each row's hash covers the row and the hash before it.
CREATE TABLE audit(
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  person TEXT,
  detail TEXT NOT NULL,
  hash BLOB NOT NULL CHECK(length(hash) = 32)
) STRICT;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
