INSERT INTO slot (doctor, start, finish, minutes, room, case_id, until, by)
VALUES (:doctor, :start, :finish, :minutes, :room, :case, :until, :by);
