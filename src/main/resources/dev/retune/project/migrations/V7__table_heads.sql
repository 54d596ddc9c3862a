-- Caption and headings of the table in whose middle a chunk begins; empty elsewhere, and for chunks
-- that were cut before they were kept.
ALTER TABLE chunk ADD COLUMN head TEXT NOT NULL DEFAULT '';
