SELECT id, revision, kana_key, wake, hash, search, brief, record FROM case_ ORDER BY id;
