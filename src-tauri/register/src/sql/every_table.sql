SELECT id, revision, kana_key, wake, hash, search, brief, record, number, open, birth FROM case_ LIMIT 0;
SELECT id, stage, open, mode, department, fiscal_year, since, visit, due, kana_key FROM line LIMIT 0;
SELECT rowid FROM find LIMIT 0;
SELECT doctor, start, finish, minutes, room, case_id, until, by FROM slot LIMIT 0;
SELECT seq, at, by, subject_kind, subject_key, event, reason, prev_hash, hash FROM journal LIMIT 0;
SELECT kind, key, record FROM reference LIMIT 0;
SELECT key, record, at FROM draft LIMIT 0;
SELECT name, value FROM counter LIMIT 0;
SELECT key, value FROM meta LIMIT 0;
