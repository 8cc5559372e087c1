-- the last pause of a pair: its days are no silence
alter table pair add column paused_from date, add column paused_until date;
