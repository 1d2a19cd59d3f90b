-- The last entry beside what the register remembers of it; one row even while there is no entry.
SELECT
    known_seq.value AS known_seq,
    known_hash.value AS known_hash,
    j.seq, j.at, j.by, j.subject_kind, j.subject_key, j.event, j.reason, j.prev_hash, j.hash
FROM meta AS known_seq
    CROSS JOIN meta AS known_hash
    LEFT JOIN journal AS j ON j.seq = (SELECT max(seq) FROM journal)
WHERE known_seq.key = 'last_seq' AND known_hash.key = 'last_hash';
