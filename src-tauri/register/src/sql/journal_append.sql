INSERT INTO journal (seq, at, by, subject_kind, subject_key, event, reason, prev_hash, hash)
VALUES (:seq, :at, :by, :kind, :key, :event, :reason, :prev_hash, :hash);
