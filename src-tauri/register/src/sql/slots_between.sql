SELECT doctor, start, minutes, room, case_id, until, by FROM slot
WHERE start < :to AND finish > :from AND (until IS NULL OR until >= :now)
ORDER BY start, doctor;
