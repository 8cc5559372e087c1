-- Programs read all pairs, the one that was opened first at the head: a portion costs what it shows.
create index pair_read on pair (departement, status, opened_on, pair);
create index pair_read_anywhere on pair (status, opened_on, pair);
create index pair_read_newer on pair (departement, opened_on, pair)
    where status not in ('LIVE', 'INTERRUPTED', 'CLOSED');
create index pair_read_newer_anywhere on pair (opened_on, pair) where status not in ('LIVE', 'INTERRUPTED', 'CLOSED');
