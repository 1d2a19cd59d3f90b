INSERT INTO meta (key, value) VALUES
    ('id', lower(hex(randomblob(16)))),
    ('created', :created),
    ('derived_by', ''),
    ('last_seq', '0'),
    ('last_hash', :none);
