-- Videos: of a content that is one, embedding 0 is the mean of its frames, which are the embeddings from 1 on.
ALTER TABLE content ADD COLUMN duration_ms INTEGER; -- null for pictures, and for videos that do not tell
