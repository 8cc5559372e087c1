-- what a list shows of a pair, and in which order: kept with the pair, so that a page costs what it shows
alter table pair
    add column sessions        integer not null default 0,
    add column minutes         integer not null default 0,
    add column missed          integer not null default 0,
    add column last_contact_on date,
    add column silent_since    date;

update pair p set
    (sessions, minutes, missed, last_contact_on) = (
        select count(*) filter (where kind = 'SESSION_HELD'),
               coalesce(sum(minutes) filter (where kind = 'SESSION_HELD'), 0),
               count(*) filter (where kind = 'SESSION_MISSED'),
               max(day) filter (where kind in ('FIRST_CONTACT', 'SESSION_HELD'))
        from pair_fact f where f.pair = p.pair);
update pair set silent_since = coalesce(last_contact_on, opened_on);
alter table pair alter column silent_since set not null;

drop index pair_by_referent;
drop index pair_by_departement;
drop index pair_by_structure;
drop index pair_by_mentor;
create index pair_by_referent on pair (referent, status, silent_since, pair);
create index pair_by_departement on pair (departement, status, silent_since, pair);
create index pair_anywhere on pair (status, silent_since, pair);
create index pair_by_structure on pair (structure, status, silent_since, pair);
create index pair_by_mentor on pair (mentor, status, silent_since, pair);

-- needs that wait for a call: free ones by département and in the whole country, taken ones by who took them
drop index known_need_to_call;
create index known_need_free on known_need (departement, (priority_audience = 'NONE'), declared_on, need)
    where status = 'DECLARED' and referent is null;
create index known_need_free_anywhere on known_need ((priority_audience = 'NONE'), declared_on, need)
    where status = 'DECLARED' and referent is null;
create index known_need_taken on known_need (referent, declared_on, need)
    where status = 'DECLARED' and referent is not null;
