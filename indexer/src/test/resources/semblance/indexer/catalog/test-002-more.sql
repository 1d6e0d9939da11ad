-- A migration as a later version might bring it.
ALTER TABLE photo ADD COLUMN rating INTEGER;
