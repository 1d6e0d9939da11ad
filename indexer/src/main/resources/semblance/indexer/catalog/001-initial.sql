-- The catalog is the truth; the Lucene indexes are views of it that follow `revision`.

CREATE TABLE library (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    catalog_id TEXT    NOT NULL,
    epoch      INTEGER NOT NULL,               -- another value: this catalog was restored, every view starts anew
    revision   INTEGER NOT NULL,               -- number of the latest change
    purged     INTEGER NOT NULL,               -- tombstones up to here are gone; a view behind it starts anew
    created_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE folder (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    path       TEXT    NOT NULL UNIQUE,        -- absolute, as the file system gives it
    root_key   TEXT,                           -- identity of the directory itself: another one under the same path is another disk
    state      TEXT    NOT NULL CHECK (state IN ('new', 'online', 'offline')),
    added_ms   INTEGER NOT NULL,
    scanned_ms INTEGER                         -- end of the last whole walk
) STRICT;

CREATE TABLE content (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    fingerprint BLOB    NOT NULL,              -- SHA-256 of the bytes
    size        INTEGER NOT NULL,
    format      TEXT    NOT NULL,
    width       INTEGER NOT NULL,              -- upright
    height      INTEGER NOT NULL,
    UNIQUE (fingerprint, size)
) STRICT;

CREATE TABLE photo (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    content_id      INTEGER REFERENCES content, -- null while its file cannot be read as a picture
    added_ms        INTEGER NOT NULL,
    vector_revision INTEGER NOT NULL           -- the change after which its vectors have to be read again
) STRICT;
CREATE INDEX photo_content ON photo (content_id);
CREATE INDEX photo_vector_revision ON photo (vector_revision);

CREATE TABLE file (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    folder_id      INTEGER NOT NULL REFERENCES folder,
    directory      TEXT    NOT NULL,           -- relative to the folder, '/' between names, '' for the folder itself
    name           TEXT    NOT NULL,           -- as the file system gives it
    name_nfc       TEXT    NOT NULL,           -- for search
    size           INTEGER NOT NULL,
    modified_ns    INTEGER NOT NULL,
    file_key       TEXT    NOT NULL,           -- '' where the file system has none
    state          TEXT    NOT NULL CHECK (state IN ('pending', 'indexed', 'failed', 'skipped')),
    pending_seq    INTEGER,                    -- order among the pending ones
    photo_id       INTEGER REFERENCES photo,   -- null for what is no picture or was never read
    reader_version INTEGER NOT NULL DEFAULT 0, -- of the program that decided 'failed' or 'skipped'; a newer one looks again
    UNIQUE (folder_id, directory, name)
) STRICT;
CREATE INDEX file_photo ON file (photo_id);
CREATE INDEX file_pending ON file (pending_seq) WHERE state = 'pending';
CREATE INDEX file_state ON file (state, folder_id);

CREATE TABLE space (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    name      TEXT    NOT NULL UNIQUE,
    dimension INTEGER NOT NULL
) STRICT;

CREATE TABLE embedding (
    content_id INTEGER NOT NULL REFERENCES content,
    space_id   INTEGER NOT NULL REFERENCES space,
    part       INTEGER NOT NULL,               -- 0 is the whole picture
    at_ms      INTEGER NOT NULL DEFAULT 0,     -- of a video's frame
    vector     BLOB    NOT NULL,               -- little-endian float32, L2 norm 1
    PRIMARY KEY (content_id, space_id, part)
) STRICT;

CREATE TABLE failure (
    file_id   INTEGER PRIMARY KEY REFERENCES file ON DELETE CASCADE,
    kind      TEXT    NOT NULL,
    message   TEXT    NOT NULL,
    passing   INTEGER NOT NULL CHECK (passing IN (0, 1)), -- 1: an I/O error or the like, tried again at the next scan
    attempts  INTEGER NOT NULL,
    failed_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE tombstone (
    photo_id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL
) STRICT;
CREATE INDEX tombstone_revision ON tombstone (revision);

CREATE TABLE view (
    name    TEXT    PRIMARY KEY,
    reached INTEGER NOT NULL                   -- revision of the view's last durable commit
) STRICT;
