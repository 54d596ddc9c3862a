-- Queries, judgements and the log of every decision.
-- Ids are UUIDs as text, times ISO 8601 in UTC.

CREATE TABLE query (
  id      TEXT PRIMARY KEY,
  text    TEXT NOT NULL,
  origin  TEXT NOT NULL,
  created TEXT NOT NULL
);

CREATE INDEX query_text ON query (text);

-- The present state of each judgement: what the log adds up to. Nothing is ever deleted; a pair
-- that was taken out, or whose adding was undone, is not present.
CREATE TABLE judgement (
  seq       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  query_id  TEXT NOT NULL REFERENCES query (id),
  chunk_id  TEXT NOT NULL REFERENCES chunk (id),
  origin    TEXT NOT NULL,
  answer    TEXT,
  present   INTEGER NOT NULL,
  status    TEXT NOT NULL,
  relevance REAL NOT NULL,
  split     TEXT,
  reviewer  TEXT,
  decided   TEXT,
  UNIQUE (query_id, chunk_id)
);

CREATE INDEX judgement_chunk ON judgement (chunk_id);

-- The log. An action is one thing somebody did, and one step of undo; undoing and redoing are
-- actions too and name the action they concern.
CREATE TABLE action (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid     TEXT NOT NULL UNIQUE,
  kind     TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  time     TEXT NOT NULL,
  target   INTEGER REFERENCES action (id)
);

CREATE TABLE decision (
  action_id        INTEGER NOT NULL REFERENCES action (id),
  judgement_id     TEXT NOT NULL REFERENCES judgement (id),
  before_present   INTEGER NOT NULL,
  before_status    TEXT NOT NULL,
  before_relevance REAL NOT NULL,
  before_split     TEXT,
  before_reviewer  TEXT,
  before_decided   TEXT,
  after_present    INTEGER NOT NULL,
  after_status     TEXT NOT NULL,
  after_relevance  REAL NOT NULL,
  after_split      TEXT,
  after_reviewer   TEXT,
  after_decided    TEXT,
  PRIMARY KEY (action_id, judgement_id)
) WITHOUT ROWID;

CREATE INDEX decision_judgement ON decision (judgement_id);

CREATE TABLE rewording (
  action_id   INTEGER NOT NULL REFERENCES action (id),
  query_id    TEXT NOT NULL REFERENCES query (id),
  before_text TEXT NOT NULL,
  after_text  TEXT NOT NULL,
  PRIMARY KEY (action_id, query_id)
) WITHOUT ROWID;

CREATE INDEX rewording_query ON rewording (query_id);

CREATE TRIGGER action_is_never_changed BEFORE UPDATE ON action
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER action_is_never_deleted BEFORE DELETE ON action
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER decision_is_never_changed BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER decision_is_never_deleted BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER rewording_is_never_changed BEFORE UPDATE ON rewording
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER rewording_is_never_deleted BEFORE DELETE ON rewording
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- Pairs as they are shown: present, and of a document that is not removed.
CREATE VIEW pair AS
SELECT j.seq, j.id, j.query_id, j.chunk_id, q.text AS question, j.answer, j.origin, j.status,
       j.relevance, j.split, j.reviewer, j.decided, c.document_id, c.ordinal, c.first_page,
       d.name AS document_name, d.position
FROM judgement j
JOIN query q ON q.id = j.query_id
JOIN chunk c ON c.id = j.chunk_id
JOIN document d ON d.id = c.document_id
WHERE j.present = 1 AND d.removed IS NULL;
