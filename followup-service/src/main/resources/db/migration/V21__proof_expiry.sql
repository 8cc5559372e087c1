-- since when a mentor has no proof of good standing that counts: the running pairs are to be reviewed
alter table known_mentor alter column withdrew_on drop not null;
alter table known_mentor add column proof_expired_on date;
