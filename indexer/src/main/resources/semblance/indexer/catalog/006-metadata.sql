-- What photos and their sidecars say about themselves, and what follows from it for each photo.

CREATE TABLE metadata (
    content_id     INTEGER PRIMARY KEY REFERENCES content ON DELETE CASCADE,
    reader_version INTEGER NOT NULL,           -- of the program that read it; a newer one reads it again
    taken_ms       INTEGER,                    -- as in `photo`; null if the photo does not say
    taken_offset   INTEGER,
    taken_source   TEXT,
    camera         TEXT    NOT NULL,           -- '' where nothing is said
    lens           TEXT    NOT NULL,
    exposure_s     REAL,
    f_number       REAL,
    focal_mm       REAL,
    focal_35_mm    REAL,
    iso            INTEGER,
    latitude       REAL,
    longitude      REAL,
    altitude       REAL,
    rating         INTEGER,
    title          TEXT    NOT NULL,
    description    TEXT    NOT NULL,
    keywords       TEXT    NOT NULL,           -- one a line
    hierarchy      TEXT    NOT NULL            -- one a line, '|' between a keyword and the one below it
) STRICT;
CREATE INDEX metadata_camera ON metadata (camera);
CREATE INDEX metadata_lens ON metadata (lens);

CREATE TABLE sidecar (
    file_id      INTEGER PRIMARY KEY REFERENCES file ON DELETE CASCADE,
    taken_ms     INTEGER,
    taken_offset INTEGER,
    latitude     REAL,
    longitude    REAL,
    altitude     REAL,
    rating       INTEGER,
    title        TEXT    NOT NULL,
    description  TEXT    NOT NULL,
    keywords     TEXT    NOT NULL,
    hierarchy    TEXT    NOT NULL
) STRICT;

-- What counts for a photo: its sidecar before its content, and its file where both are silent.
ALTER TABLE photo ADD COLUMN taken_ms INTEGER NOT NULL DEFAULT 0;      -- the clock there, in milliseconds since its 1970
ALTER TABLE photo ADD COLUMN taken_offset INTEGER;                     -- of that clock from UTC, in minutes, if known
ALTER TABLE photo ADD COLUMN taken_source TEXT NOT NULL DEFAULT 'file_time';
ALTER TABLE photo ADD COLUMN rating INTEGER;                           -- -1 for rejected, 0 to 5 stars, null for unrated
ALTER TABLE photo ADD COLUMN latitude REAL;
ALTER TABLE photo ADD COLUMN longitude REAL;
ALTER TABLE photo ADD COLUMN sidecar_id INTEGER;                       -- file_id of its sidecar
ALTER TABLE photo ADD COLUMN metadata_revision INTEGER NOT NULL DEFAULT 0; -- of the latest change of all this

-- Until the photos have been read again, their files' times.
UPDATE photo SET taken_ms = (
    SELECT unixepoch(f.ms / 1000, 'unixepoch', 'localtime') * 1000 + (f.ms % 1000) FROM (
        SELECT CASE modified_ns WHEN -9223372036854775808 THEN photo.added_ms ELSE modified_ns / 1000000 END AS ms
        FROM file WHERE photo_id = photo.id ORDER BY id LIMIT 1) f)
WHERE EXISTS (SELECT 1 FROM file WHERE photo_id = photo.id);

CREATE INDEX photo_taken ON photo (taken_ms, id);
CREATE INDEX photo_place ON photo (latitude, longitude) WHERE latitude IS NOT NULL;
CREATE INDEX photo_rating ON photo (rating) WHERE rating IS NOT NULL;
CREATE INDEX photo_sidecar ON photo (sidecar_id) WHERE sidecar_id IS NOT NULL;
CREATE INDEX photo_metadata_revision ON photo (metadata_revision);
