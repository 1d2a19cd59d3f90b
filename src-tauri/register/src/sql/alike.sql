SELECT id, brief FROM case_ INDEXED BY case_kana
WHERE kana_key = :kana AND kana_key <> ''
ORDER BY birth IS NOT :birth, id DESC
LIMIT :limit;
