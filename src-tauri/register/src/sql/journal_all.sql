SELECT seq, at, by, subject_kind, subject_key, event, reason, prev_hash, hash
FROM journal ORDER BY seq;
