-- Pages can be read again in another way, or left out.

-- How a document is to be read: a name of Treatment, and languages of text recognition joined by
-- "+", empty where the project's are meant.
ALTER TABLE document ADD COLUMN treatment TEXT NOT NULL DEFAULT 'AUTOMATIC';
ALTER TABLE document ADD COLUMN languages TEXT NOT NULL DEFAULT '';

-- A page's own choice; null where its document's is meant. What is left out stays stored, but gives
-- no chunks and is not searched.
ALTER TABLE page ADD COLUMN treatment TEXT;
ALTER TABLE page ADD COLUMN left_out INTEGER NOT NULL DEFAULT 0;

-- Whether a person corrected its text since it was read.
ALTER TABLE page ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0;

UPDATE page SET corrected = 1 WHERE EXISTS
  (SELECT 1 FROM correction c WHERE c.document_id = page.document_id AND c.page = page.number);

-- Chunks that stay may stand at another place among those of their document; null where not.
ALTER TABLE recut ADD COLUMN before_ordinal INTEGER;
ALTER TABLE recut ADD COLUMN after_ordinal INTEGER;

-- What an action made of documents. The digests are over their pages and chunks in force: what was
-- changed otherwise since can be neither undone nor redone.
CREATE TABLE reread (
  action_id     INTEGER NOT NULL REFERENCES action (id),
  document_id   TEXT NOT NULL REFERENCES document (id),
  before_choice TEXT NOT NULL,
  after_choice  TEXT NOT NULL,
  before_digest TEXT NOT NULL,
  after_digest  TEXT NOT NULL,
  PRIMARY KEY (action_id, document_id)
) WITHOUT ROWID;

-- The pages that an action changed, as they were ("before") and as they became ("after").
CREATE TABLE reread_page (
  action_id   INTEGER NOT NULL REFERENCES action (id),
  document_id TEXT NOT NULL REFERENCES document (id),
  side        TEXT NOT NULL,
  number      INTEGER NOT NULL,
  raw_text    TEXT NOT NULL,
  text        TEXT NOT NULL,
  offsets     BLOB NOT NULL,
  lines       BLOB,
  state       TEXT,
  treatment   TEXT,
  left_out    INTEGER NOT NULL,
  corrected   INTEGER NOT NULL,
  PRIMARY KEY (action_id, document_id, side, number)
);

CREATE TRIGGER reread_is_never_changed BEFORE UPDATE ON reread
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER reread_is_never_deleted BEFORE DELETE ON reread
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER reread_page_is_never_changed BEFORE UPDATE ON reread_page
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER reread_page_is_never_deleted BEFORE DELETE ON reread_page
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
