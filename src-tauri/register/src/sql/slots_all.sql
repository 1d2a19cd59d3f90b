SELECT doctor, start, minutes, room, case_id, until, by FROM slot;
