-- The register, first shape. Frozen: a later change is a new file.

-- One row a case: what the journal makes of it, and what lists and searches ask about.
-- `record` comes last because it is the longest: the columns before it are read without following its pages.
CREATE TABLE case_ (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    kana_key TEXT NOT NULL,
    wake TEXT,
    hash BLOB NOT NULL,
    search TEXT NOT NULL,
    brief TEXT NOT NULL CHECK (json_valid(brief)),
    record TEXT NOT NULL CHECK (json_valid(record)),
    number TEXT GENERATED ALWAYS AS (brief ->> '$.number') VIRTUAL,
    open INTEGER GENERATED ALWAYS AS (brief ->> '$.open') VIRTUAL,
    birth TEXT GENERATED ALWAYS AS (brief ->> '$.birth') VIRTUAL
) STRICT;

CREATE UNIQUE INDEX case_number ON case_ (number) WHERE number IS NOT NULL;
CREATE INDEX case_wake ON case_ (wake) WHERE open = 1;
CREATE INDEX case_kana ON case_ (kana_key) WHERE kana_key <> '';

-- What lists filter, sort and count by, made by the database itself so that it cannot drift from the brief.
-- A table of its own because an index over generated columns would not cover a list: the brief would be parsed.
CREATE TABLE line (
    id INTEGER PRIMARY KEY,
    stage TEXT NOT NULL,
    open INTEGER NOT NULL,
    mode TEXT NOT NULL,
    department TEXT,
    fiscal_year INTEGER,
    since TEXT,
    visit TEXT,
    due TEXT,
    kana_key TEXT NOT NULL
) STRICT;

-- The counts beside a list, when it is not narrowed further, are read off this.
CREATE INDEX line_stage ON line (stage, open);

CREATE VIEW line_of AS
SELECT
    id,
    brief ->> '$.stage' AS stage,
    brief ->> '$.open' AS open,
    brief ->> '$.mode' AS mode,
    brief ->> '$.department' AS department,
    brief ->> '$.fiscal_year' AS fiscal_year,
    brief ->> '$.since' AS since,
    brief ->> '$.visit.start' AS visit,
    brief ->> '$.steps[0].due' AS due,
    kana_key
FROM case_;

CREATE TRIGGER line_begins AFTER INSERT ON case_
BEGIN
    INSERT INTO line SELECT * FROM line_of WHERE id = NEW.id;
END;

CREATE TRIGGER line_follows AFTER UPDATE ON case_
BEGIN
    REPLACE INTO line SELECT * FROM line_of WHERE id = NEW.id;
END;

CREATE TRIGGER case_kept BEFORE DELETE ON case_
BEGIN
    SELECT RAISE(ABORT, 'a case is never deleted');
END;

-- Every two neighbouring characters of each search field.
CREATE VIRTUAL TABLE find USING fts5(
    pairs, content='', contentless_delete=1, detail=none, prefix='1', tokenize='ascii'
);

-- Who has which doctor when: follows from the cases, kept exclusive here.
CREATE TABLE slot (
    doctor TEXT NOT NULL,
    start TEXT NOT NULL,
    finish TEXT NOT NULL CHECK (finish > start),
    minutes INTEGER NOT NULL,
    room TEXT NOT NULL,
    case_id INTEGER NOT NULL REFERENCES case_ (id),
    until TEXT,
    by TEXT NOT NULL,
    PRIMARY KEY (doctor, start)
) STRICT, WITHOUT ROWID;

CREATE INDEX slot_case ON slot (case_id);
CREATE INDEX slot_time ON slot (start);
CREATE INDEX slot_until ON slot (until) WHERE until IS NOT NULL;

CREATE TRIGGER slot_exclusive BEFORE INSERT ON slot
WHEN EXISTS (SELECT 1 FROM slot WHERE doctor = NEW.doctor AND start < NEW.finish AND finish > NEW.start)
BEGIN
    SELECT RAISE(ABORT, 'slot taken');
END;

CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_key TEXT NOT NULL,
    event TEXT NOT NULL CHECK (json_valid(event)),
    reason TEXT NOT NULL,
    prev_hash BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE INDEX journal_subject ON journal (subject_kind, subject_key, seq);
CREATE INDEX journal_at ON journal (at);

CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN
    SELECT RAISE(ABORT, 'the journal only grows at its end');
END;

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

-- Profile editions, departments, doctors, institutions, staff, settings; the journal keeps the old ones.
CREATE TABLE reference (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    record TEXT NOT NULL CHECK (json_valid(record)),
    PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

-- What is being typed. Not journaled: a draft is nobody's word yet.
CREATE TABLE draft (
    key TEXT PRIMARY KEY,
    record TEXT NOT NULL CHECK (json_valid(record)),
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Last number given out, by name: `serial:2026`.
CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the register knows of itself: id, created, derived_by, last_seq, last_hash.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
