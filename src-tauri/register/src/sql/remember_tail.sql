UPDATE meta SET value = CASE key WHEN 'last_seq' THEN :seq ELSE :hash END
WHERE key IN ('last_seq', 'last_hash');
