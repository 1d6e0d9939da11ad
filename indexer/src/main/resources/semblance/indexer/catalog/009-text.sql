-- The index of texts follows the photos as a view does: names, folders, confirmed tags, what photos and sidecars say.
ALTER TABLE photo ADD COLUMN text_revision INTEGER NOT NULL DEFAULT 0; -- of the latest change of its texts
UPDATE photo SET text_revision = vector_revision;
CREATE INDEX photo_text_revision ON photo (text_revision);

-- Photos whose texts the transaction under way has changed; it gives them their revision at its end.
CREATE TABLE text_change (
    photo_id INTEGER PRIMARY KEY
) STRICT;

-- No INSERT OR IGNORE: within a trigger the outer statement's way with conflicts would count instead.
CREATE TRIGGER text_file_added AFTER INSERT ON file WHEN NEW.photo_id IS NOT NULL BEGIN
    INSERT INTO text_change SELECT NEW.photo_id WHERE NEW.photo_id NOT IN (SELECT photo_id FROM text_change);
END;
CREATE TRIGGER text_file_changed AFTER UPDATE OF photo_id, folder_id, directory, name, name_nfc ON file
WHEN NEW.photo_id IS NOT OLD.photo_id OR NEW.folder_id <> OLD.folder_id OR NEW.directory <> OLD.directory
    OR NEW.name_nfc <> OLD.name_nfc BEGIN
    INSERT INTO text_change SELECT NEW.photo_id
    WHERE NEW.photo_id IS NOT NULL AND NEW.photo_id NOT IN (SELECT photo_id FROM text_change);
    INSERT INTO text_change SELECT OLD.photo_id
    WHERE OLD.photo_id IS NOT NULL AND OLD.photo_id NOT IN (SELECT photo_id FROM text_change);
END;
CREATE TRIGGER text_file_removed AFTER DELETE ON file WHEN OLD.photo_id IS NOT NULL BEGIN
    INSERT INTO text_change SELECT OLD.photo_id WHERE OLD.photo_id NOT IN (SELECT photo_id FROM text_change);
END;
CREATE TRIGGER text_folder_moved AFTER UPDATE OF path ON folder WHEN NEW.path <> OLD.path BEGIN
    INSERT INTO text_change SELECT DISTINCT photo_id FROM file
    WHERE folder_id = NEW.id AND photo_id IS NOT NULL AND photo_id NOT IN (SELECT photo_id FROM text_change);
END;
CREATE TRIGGER text_tag_added AFTER INSERT ON photo_tag WHEN NEW.state = 'confirmed' BEGIN
    INSERT INTO text_change SELECT NEW.photo_id WHERE NEW.photo_id NOT IN (SELECT photo_id FROM text_change);
END;
CREATE TRIGGER text_tag_changed AFTER UPDATE OF state ON photo_tag
WHEN (NEW.state = 'confirmed') <> (OLD.state = 'confirmed') BEGIN
    INSERT INTO text_change SELECT NEW.photo_id WHERE NEW.photo_id NOT IN (SELECT photo_id FROM text_change);
END;
CREATE TRIGGER text_tag_removed AFTER DELETE ON photo_tag WHEN OLD.state = 'confirmed' BEGIN
    INSERT INTO text_change SELECT OLD.photo_id WHERE OLD.photo_id NOT IN (SELECT photo_id FROM text_change);
END;
-- Titles, descriptions and keywords: whatever is written of them, the photo's own row changes after it.
CREATE TRIGGER text_metadata_changed AFTER UPDATE OF metadata_revision, content_id, sidecar_id ON photo BEGIN
    INSERT INTO text_change SELECT NEW.id WHERE NEW.id NOT IN (SELECT photo_id FROM text_change);
END;
