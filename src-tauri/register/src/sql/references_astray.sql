-- The last value the journal set of each, against the one that stands.
WITH told AS (
    SELECT event ->> '$.kind' AS kind, event ->> '$.key' AS key, event ->> '$.record' AS record, max(seq)
    FROM journal
    WHERE subject_kind = 'reference'
    GROUP BY subject_key
)
SELECT kind, key FROM (
    SELECT kind, key, record FROM told EXCEPT SELECT kind, key, record FROM reference
)
UNION
SELECT kind, key FROM (
    SELECT kind, key, record FROM reference EXCEPT SELECT kind, key, record FROM told
);
