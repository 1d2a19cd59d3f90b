INSERT INTO case_ (id, revision, kana_key, wake, hash, search, brief, record)
VALUES (:id, :revision, :kana_key, :wake, :hash, :search, :brief, :record);
