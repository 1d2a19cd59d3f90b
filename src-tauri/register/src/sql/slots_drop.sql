DELETE FROM slot WHERE case_id = :case OR until < :now;
