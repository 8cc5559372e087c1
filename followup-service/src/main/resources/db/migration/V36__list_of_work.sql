-- free needs in the order of the list of work: each priority audience along an index of its own, late promises along another
drop index known_need_free;
drop index known_need_free_anywhere;
drop index known_need_overdue;
create index known_need_free on known_need (departement, priority_audience, declared_on, need)
    where status = 'DECLARED' and referent is null and not call_overdue;
create index known_need_free_anywhere on known_need (priority_audience, declared_on, need)
    where status = 'DECLARED' and referent is null and not call_overdue;
create index known_need_ordinary on known_need (departement, declared_on, need)
    where status = 'DECLARED' and referent is null and not call_overdue
        and priority_audience not in ('QPV', 'REP', 'REP_PLUS', 'RURAL_FRAGILE');
create index known_need_ordinary_anywhere on known_need (declared_on, need)
    where status = 'DECLARED' and referent is null and not call_overdue
        and priority_audience not in ('QPV', 'REP', 'REP_PLUS', 'RURAL_FRAGILE');
create index known_need_overdue on known_need (departement, declared_on, need) where call_overdue and status = 'DECLARED';
create index known_need_overdue_anywhere on known_need (declared_on, need) where call_overdue and status = 'DECLARED';

-- qualified needs that were given back, until somebody takes them
create index known_need_given_back on known_need (departement, declared_on, need) where status = 'QUALIFIED' and referent is null;
create index known_need_given_back_anywhere on known_need (declared_on, need) where status = 'QUALIFIED' and referent is null;

-- what is to be known before anybody says yes
alter table known_proposal add column origin text not null default 'RUN';
alter table known_mentor add column minor boolean not null default false;

-- how many people another service could not reach by letter, as it said last; not rebuilt, heard again within hours
create table calls_waiting (
    source     text primary key,
    counted_at timestamptz not null,
    calls      jsonb not null
);
