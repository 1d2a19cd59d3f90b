CREATE VIRTUAL TABLE temp.pair_in_find USING fts5vocab(main, find, instance);
