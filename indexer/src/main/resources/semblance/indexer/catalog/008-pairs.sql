-- A photo may have several files: raw data and a JPEG of one shot, a picture and the video of its Live Photo.
ALTER TABLE file ADD COLUMN content_id INTEGER REFERENCES content; -- what it held when it was last read as a picture
ALTER TABLE file ADD COLUMN format TEXT NOT NULL DEFAULT '';       -- as `content` has it, of failed files too; '' if not known
ALTER TABLE file ADD COLUMN companion INTEGER NOT NULL DEFAULT 0 CHECK (companion IN (0, 1)); -- 1: another file stands for its photo
UPDATE file SET content_id = (SELECT content_id FROM photo WHERE id = photo_id) WHERE photo_id IS NOT NULL;
UPDATE file SET format = (SELECT format FROM content WHERE id = content_id) WHERE content_id IS NOT NULL;
CREATE INDEX file_content ON file (content_id);

-- Directories in which files may have come together to a photo, or parted.
CREATE TABLE regrouping (
    folder_id INTEGER NOT NULL REFERENCES folder ON DELETE CASCADE,
    directory TEXT    NOT NULL,
    PRIMARY KEY (folder_id, directory)
) STRICT, WITHOUT ROWID;
INSERT INTO regrouping SELECT DISTINCT folder_id, directory FROM file WHERE photo_id IS NOT NULL;
