-- since when the team looks into a mentor's file: the running pairs are to be reviewed
alter table known_mentor add column in_review_since date;
