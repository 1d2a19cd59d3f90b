UPDATE case_ SET
    revision = :revision, kana_key = :kana_key, wake = :wake, hash = :hash,
    search = :search, brief = :brief, record = :record
WHERE id = :id;
