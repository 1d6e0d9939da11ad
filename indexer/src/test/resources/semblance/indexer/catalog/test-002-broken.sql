ALTER TABLE photo ADD COLUMN rating INTEGER;
ALTER TABLE nothing_of_this_name ADD COLUMN rating INTEGER;
