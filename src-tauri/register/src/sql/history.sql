SELECT seq, at, by, event FROM journal
WHERE subject_kind = 'case' AND subject_key = :id
ORDER BY seq;
