-- the last pause of a pair: its days are no silence
alter table pair add column paused_from date, add column paused_until date;
-- all of them: from a day until a day, both of them within
alter table pair add column pauses jsonb not null default '[]';
