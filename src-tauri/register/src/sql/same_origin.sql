SELECT count(*) = 2 FROM meta, journal
WHERE journal.seq = 1
    AND (
        (meta.key = 'id' AND meta.value = journal.event ->> '$.id')
        OR (meta.key = 'created' AND meta.value = journal.at)
    );
