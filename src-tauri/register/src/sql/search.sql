-- CROSS JOIN: the index drives, and stops when the page is full. instr(x, '') is 1.
SELECT c.id, c.brief, c.search
FROM find CROSS JOIN case_ AS c ON c.id = find.rowid
WHERE find MATCH :pairs
    AND instr(c.search, :word) > 0
    AND (:others = '[]' OR NOT EXISTS (SELECT 1 FROM json_each(:others) AS w WHERE instr(c.search, w.value) = 0))
ORDER BY find.rowid DESC
LIMIT :limit OFFSET :offset;
