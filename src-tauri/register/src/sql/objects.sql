-- Without the tables FTS5 makes for itself, whose wording belongs to SQLite.
SELECT type, name, tbl_name, sql FROM sqlite_schema
WHERE name NOT LIKE 'find\_%' ESCAPE '\'
    AND tbl_name NOT LIKE 'find\_%' ESCAPE '\'
    AND name NOT LIKE 'sqlite\_stat%' ESCAPE '\';
