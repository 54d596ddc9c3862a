-- Documents, their pages and chunks, and the project's settings.
-- Ids are UUIDs as text, times ISO 8601 in UTC, lists and records JSON.

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- One row for each distinct content. A removed document keeps its row, so that what refers to its
-- chunks stays true and removing can be undone.
CREATE TABLE document (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  sha256     TEXT NOT NULL UNIQUE,
  extension  TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes      INTEGER NOT NULL,
  pages      INTEGER NOT NULL,
  chunks     INTEGER NOT NULL,
  outcome    TEXT NOT NULL,
  warnings   TEXT NOT NULL,
  position   INTEGER NOT NULL UNIQUE,
  imported   TEXT NOT NULL,
  removed    TEXT
);

-- "offsets" maps "text" to "raw_text"; its form is OffsetMap's.
CREATE TABLE page (
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  number      INTEGER NOT NULL,
  raw_text    TEXT NOT NULL,
  text        TEXT NOT NULL,
  offsets     BLOB NOT NULL,
  PRIMARY KEY (document_id, number)
);

CREATE TABLE chunk (
  id           TEXT PRIMARY KEY,
  document_id  TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL,
  text         TEXT NOT NULL,
  heading_path TEXT NOT NULL,
  tokens       INTEGER NOT NULL,
  first_page   INTEGER NOT NULL,
  locator      TEXT NOT NULL,
  UNIQUE (document_id, ordinal)
);
