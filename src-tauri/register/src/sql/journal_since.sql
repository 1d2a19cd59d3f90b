SELECT seq, at, by, subject_kind, subject_key, event, reason, prev_hash, hash
FROM journal INDEXED BY journal_at
WHERE at >= :from
    AND (:to IS NULL OR at < :to)
    AND (:kind IS NULL OR subject_kind = :kind)
    AND (:key IS NULL OR subject_key = :key)
    AND (:by IS NULL OR by = :by)
ORDER BY seq DESC
LIMIT :limit OFFSET :offset;
