-- Contents of which a part is missing or garbled: what is left of them is indexed.
ALTER TABLE content ADD COLUMN whole INTEGER NOT NULL DEFAULT 1 CHECK (whole IN (0, 1));
CREATE INDEX content_partial ON content (id) WHERE whole = 0;
