-- Photos that have left the library, as long as what the user decided about them and their embeddings are kept.
CREATE TABLE departed (
    id         INTEGER PRIMARY KEY,
    photo_id   INTEGER UNIQUE,                 -- the id it had; null for a content that a photo has given up
    content_id INTEGER NOT NULL REFERENCES content,
    directory  TEXT    NOT NULL,               -- within the folder it was in
    name       TEXT    NOT NULL,
    left_ms    INTEGER NOT NULL
) STRICT;
CREATE INDEX departed_content ON departed (content_id);
CREATE INDEX departed_left ON departed (left_ms);

CREATE TABLE departed_tag (
    departed_id INTEGER NOT NULL REFERENCES departed ON DELETE CASCADE,
    tag_id      INTEGER NOT NULL REFERENCES tag,
    state       TEXT    NOT NULL CHECK (state IN ('confirmed', 'rejected')),
    decided_ms  INTEGER NOT NULL,
    PRIMARY KEY (departed_id, tag_id)
) STRICT, WITHOUT ROWID;

-- Older programs never deleted a content.
INSERT INTO departed (content_id, directory, name, left_ms)
SELECT id, '', '', unixepoch() * 1000 FROM content
WHERE NOT EXISTS (SELECT 1 FROM photo WHERE content_id = content.id);

ALTER TABLE folder ADD COLUMN partly INTEGER NOT NULL DEFAULT 0 CHECK (partly IN (0, 1)); -- 1: its last walk met an error

-- Pending files are read newest first.
CREATE INDEX file_newest_pending ON file (modified_ns, id) WHERE state = 'pending';

-- Files at which the process ended while it decoded them.
CREATE TABLE crash (
    file_id INTEGER PRIMARY KEY REFERENCES file ON DELETE CASCADE,
    strikes INTEGER NOT NULL
) STRICT;
