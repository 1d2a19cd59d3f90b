SELECT seq, at, by, subject_kind, subject_key, event, reason, prev_hash, hash
FROM journal INDEXED BY journal_subject
WHERE subject_kind = :kind
    AND subject_key = :key
    AND (:by IS NULL OR by = :by)
    AND (:from IS NULL OR at >= :from)
    AND (:to IS NULL OR at < :to)
ORDER BY seq DESC
LIMIT :limit OFFSET :offset;
