INSERT INTO case_ (id, revision, kana_key, wake, hash, search, brief, record)
VALUES (:id, :revision, :kana_key, :wake, :hash, :search, :brief, :record)
ON CONFLICT (id) DO UPDATE SET
    revision = excluded.revision, kana_key = excluded.kana_key, wake = excluded.wake, hash = excluded.hash,
    search = excluded.search, brief = excluded.brief, record = excluded.record;
