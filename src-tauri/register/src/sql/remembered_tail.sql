SELECT
    (SELECT value FROM meta WHERE key = 'last_seq'),
    (SELECT value FROM meta WHERE key = 'last_hash');
