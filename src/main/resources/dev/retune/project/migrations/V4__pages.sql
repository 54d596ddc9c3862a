-- What pages are made of, and what people corrected in their text.

-- A name of PageState; null for pages that were imported before it was kept.
ALTER TABLE page ADD COLUMN state TEXT;

-- Every correction of a page's cleaned text, in the order they were made. Undoing one is another.
-- "place" is the first changed character in the text as it was before.
CREATE TABLE correction (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  page        INTEGER NOT NULL,
  place       INTEGER NOT NULL,
  before_text TEXT NOT NULL,
  after_text  TEXT NOT NULL,
  reviewer    TEXT NOT NULL,
  time        TEXT NOT NULL
);

CREATE TRIGGER correction_is_never_changed BEFORE UPDATE ON correction
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
