-- Tags belong to photos, whichever file and content they have at the time.

CREATE TABLE tag (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,                        -- as it was first written
    key  TEXT NOT NULL UNIQUE                  -- lower case: capitals make no other tag
) STRICT;

CREATE TABLE photo_tag (
    photo_id   INTEGER NOT NULL REFERENCES photo ON DELETE CASCADE,
    tag_id     INTEGER NOT NULL REFERENCES tag,
    state      TEXT    NOT NULL CHECK (state IN ('suggested', 'confirmed', 'rejected')),
    certainty  REAL,                           -- of the latest suggestion, 0 to 1; null if there was none
    decided_ms INTEGER,                        -- when the user confirmed or rejected it
    PRIMARY KEY (photo_id, tag_id),
    CHECK ((state = 'suggested') = (decided_ms IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_tag_state ON photo_tag (tag_id, state);

-- Suggestions follow the photos as a view does; made with something else, they are made again from the embeddings.
CREATE TABLE tagging (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    signature TEXT    NOT NULL,                -- of model, vocabulary and rule
    reached   INTEGER NOT NULL                 -- vector_revision of the last photo
) STRICT;

ALTER TABLE photo ADD COLUMN tag_revision INTEGER NOT NULL DEFAULT 0; -- of the latest change of its tags
