-- who of the team has worked here, and where: as the last token said. No name: followup-service keeps those
create table desk_colleague (
    account   varchar(80) primary key,
    territory text[]      not null
);
comment on table desk_colleague is 'Accounts of the team that may be given needs.';
create index need_followed on need (referent, declared_on) where status <> 'WITHDRAWN';

-- what was done last to a need, and by whom: for ten minutes it can be taken back
alter table need
    add column last_act      text,
    add column last_act_at   timestamptz,
    add column last_act_by   text,
    add column last_act_role text,
    add column handed_from   text,
    add column handed_since  date;
create index need_handed on need (handed_from, last_act_at) where last_act = 'HAND_OVER';
