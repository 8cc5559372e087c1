-- since when the team looks into the mentor's file: nothing is proposed until it has decided; null = it does not
alter table mentor_load add column in_review_since date;
