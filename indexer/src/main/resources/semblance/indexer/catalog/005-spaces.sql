-- Embedding spaces side by side: one answers while another is being filled.
CREATE TABLE unencodable (
    content_id INTEGER NOT NULL REFERENCES content ON DELETE CASCADE,
    space_id   INTEGER NOT NULL REFERENCES space,
    message    TEXT    NOT NULL,
    PRIMARY KEY (content_id, space_id)
) STRICT, WITHOUT ROWID;
