-- What walks pass over, and the drives that appear within folders.

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE exclusion (
    glob TEXT PRIMARY KEY                      -- of the user's: matched against paths relative to their folder
) STRICT, WITHOUT ROWID;

CREATE TABLE mount (
    folder_id INTEGER NOT NULL REFERENCES folder ON DELETE CASCADE,
    directory TEXT    NOT NULL,                -- where another file system begins, as in `file`; never ''
    root_key  TEXT    NOT NULL,                -- identity of that directory while the drive is there
    state     TEXT    NOT NULL CHECK (state IN ('online', 'offline')),
    PRIMARY KEY (folder_id, directory)
) STRICT, WITHOUT ROWID;
