SELECT stage, count(*) FROM line
WHERE (:open IS NULL OR open = :open)
        AND (:mode IS NULL OR mode = :mode)
        AND (:department IS NULL OR department = :department)
        AND (:fiscal_year IS NULL OR fiscal_year = :fiscal_year)
        AND (:since_from IS NULL OR since >= :since_from)
        AND (:since_to IS NULL OR since <= :since_to)
        AND (:visit_from IS NULL OR visit >= :visit_from)
        AND (:visit_before IS NULL OR visit < :visit_before)
GROUP BY stage;
