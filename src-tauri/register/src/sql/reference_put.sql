INSERT INTO reference (kind, key, record) VALUES (:kind, :key, :record)
ON CONFLICT (kind, key) DO UPDATE SET record = excluded.record;
