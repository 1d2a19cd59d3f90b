INSERT INTO meta (key, value) VALUES
    ('id', lower(hex(randomblob(16)))),
    ('created', :created),
    ('last_seq', '0'),
    ('last_hash', :none);
