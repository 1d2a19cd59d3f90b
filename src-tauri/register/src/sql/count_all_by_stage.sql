SELECT stage, count(*) FROM line INDEXED BY line_stage
WHERE (:open IS NULL OR open = :open)
GROUP BY stage;
