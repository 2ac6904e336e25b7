-- Images, alike in cache.db (from the consortium) and work.db (the user's own imports). Rows name each other by text and
-- digest instead of by key, so that each tells as much as it can when others are lost.
-- brought_by is the key of the release file in cache.db and of the import in work.db.

CREATE TABLE imaging_session(
  key INTEGER PRIMARY KEY,
  person TEXT NOT NULL,
  label TEXT NOT NULL,
  day INTEGER,
  precision INTEGER CHECK(precision BETWEEN 0 AND 2),
  UNIQUE(person, label),
  CHECK((day IS NULL) = (precision IS NULL))
) STRICT;

CREATE TABLE image(
  key INTEGER PRIMARY KEY,
  person TEXT NOT NULL,
  session TEXT NOT NULL,
  name TEXT NOT NULL,
  -- 0 image, 1 lesion mask, 2 brain mask, 3 mask of lesion change, 4 other labels
  role INTEGER NOT NULL CHECK(role BETWEEN 0 AND 4),
  sequence TEXT NOT NULL,
  -- 0 NIfTI, 1 NRRD, 2 MetaImage, 3 DICOM
  format INTEGER NOT NULL CHECK(format BETWEEN 0 AND 3),
  made_by TEXT,
  voxel_type INTEGER NOT NULL CHECK(voxel_type BETWEEN 0 AND 7),
  size_i INTEGER NOT NULL CHECK(size_i > 0),
  size_j INTEGER NOT NULL CHECK(size_j > 0),
  size_k INTEGER NOT NULL CHECK(size_k > 0),
  -- rows of the matrix, then the offset: twelve doubles, lowest byte first
  lps_from_ijk BLOB NOT NULL CHECK(length(lps_from_ijk) = 96),
  -- SHA-256 of the file as delivered (of a DICOM series: of its instances in one container); its blob may be absent
  original BLOB CHECK(length(original) = 32),
  -- digest of the decoded voxels' blob, see facet/storage/blob_store.h
  voxels BLOB NOT NULL CHECK(length(voxels) = 32),
  -- warnings of the reader as JSON
  notices TEXT NOT NULL,
  brought_by INTEGER NOT NULL,
  UNIQUE(person, session, name)
) STRICT;
CREATE INDEX image_by_origin ON image(brought_by);

-- Maps points of the fixed image to points of the moving one; images are named by the digest of their voxels.
CREATE TABLE image_transform(
  key INTEGER PRIMARY KEY,
  fixed BLOB NOT NULL CHECK(length(fixed) = 32),
  moving BLOB NOT NULL CHECK(length(moving) = 32),
  -- 0 rigid, 1 affine
  model INTEGER NOT NULL CHECK(model IN (0, 1)),
  moving_from_fixed BLOB NOT NULL CHECK(length(moving_from_fixed) = 96),
  method TEXT NOT NULL,
  metric REAL,
  brought_by INTEGER NOT NULL,
  UNIQUE(fixed, moving)
) STRICT;
