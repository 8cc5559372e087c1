-- who of the team has worked here, and where: as the last token said. No name: followup-service keeps those
create table desk_colleague (
    account   varchar(80) primary key,
    territory text[]      not null
);
comment on table desk_colleague is 'Accounts of the team that may be given needs.';
create index need_followed on need (referent, declared_on) where status <> 'WITHDRAWN';
