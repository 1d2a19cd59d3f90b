SELECT c.id, c.brief
FROM (
    SELECT
        id,
        CASE :sort
            WHEN 'due' THEN due
            WHEN 'since' THEN since
            WHEN 'visit' THEN visit
            WHEN 'kana' THEN nullif(kana_key, '')
            WHEN 'stage' THEN stage
        END AS sort_key
    FROM line
    WHERE (:stages = '[]' OR stage IN (SELECT value FROM json_each(:stages)))
        AND (:open IS NULL OR open = :open)
        AND (:mode IS NULL OR mode = :mode)
        AND (:department IS NULL OR department = :department)
        AND (:fiscal_year IS NULL OR fiscal_year = :fiscal_year)
        AND (:since_from IS NULL OR since >= :since_from)
        AND (:since_to IS NULL OR since <= :since_to)
        AND (:visit_from IS NULL OR visit >= :visit_from)
        AND (:visit_before IS NULL OR visit < :visit_before)
    ORDER BY sort_key IS NULL, sort_key, id DESC
    LIMIT :limit OFFSET :offset
) AS hit CROSS JOIN case_ AS c ON c.id = hit.id
ORDER BY hit.sort_key IS NULL, hit.sort_key, hit.id DESC;
