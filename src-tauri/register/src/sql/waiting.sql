SELECT id, brief FROM case_ INDEXED BY case_wake
WHERE open = 1 AND wake <= :up_to
ORDER BY wake, id;
