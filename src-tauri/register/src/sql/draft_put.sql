INSERT INTO draft (key, record, at) VALUES (:key, :record, :at)
ON CONFLICT (key) DO UPDATE SET record = excluded.record, at = excluded.at;
