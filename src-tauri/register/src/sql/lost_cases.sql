SELECT DISTINCT subject_key FROM journal
WHERE subject_kind = 'case'
    AND NOT EXISTS (SELECT 1 FROM case_ WHERE id = CAST(subject_key AS INTEGER));
