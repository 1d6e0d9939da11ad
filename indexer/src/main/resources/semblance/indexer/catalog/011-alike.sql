-- Pictures that show the same shot: resized, saved anew, slightly cropped, or taken in a burst.
CREATE TABLE picture_hash (
    content_id INTEGER PRIMARY KEY REFERENCES content ON DELETE CASCADE,
    hash       INTEGER                         -- of what it shows; null if it could not be made
) STRICT;

CREATE TABLE alike (
    content_id INTEGER PRIMARY KEY REFERENCES content ON DELETE CASCADE,
    best_id    INTEGER NOT NULL                -- the largest of them, which all others are like; its own id for itself
) STRICT;
CREATE INDEX alike_best ON alike (best_id);

-- The others of its group are compared anew.
CREATE TRIGGER alike_without_best BEFORE DELETE ON content
WHEN EXISTS (SELECT 1 FROM alike WHERE best_id = OLD.id)
BEGIN
    DELETE FROM picture_hash WHERE content_id IN (SELECT content_id FROM alike WHERE best_id = OLD.id);
    DELETE FROM alike WHERE best_id = OLD.id;
END;
