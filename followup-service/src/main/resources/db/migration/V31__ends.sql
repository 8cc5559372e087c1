-- an end has a day of its own, and says what becomes of the place; pairs that are over are found
alter table pair add column seat_held_until date;
alter table pair_fact add column afterwards text;
create index pair_seat_kept on pair (silent_since, pair) where seat_held_until is not null;
create index pair_seat_kept_in on pair (departement, silent_since, pair) where seat_held_until is not null;
create index pair_seat_kept_of on pair (referent, silent_since, pair) where seat_held_until is not null;

-- who handed a pair over, and when: as long as it can be undone
alter table pair add column handed_from text, add column handed_at timestamptz;
create index pair_handed on pair (handed_from, handed_at) where handed_from is not null;

-- all pairs in one list, the living first, then those that ended last
create index pair_listed on pair (departement, (status <> 'LIVE'), ended_on desc nulls last, silent_since, pair);
create index pair_listed_anywhere on pair ((status <> 'LIVE'), ended_on desc nulls last, silent_since, pair);
