-- an exclusion says when, may cover a structure whole, and may be lifted
alter table excluded_pairing add column excluded_at timestamptz not null default 'epoch';
alter table excluded_pairing alter column excluded_at drop default;
alter table excluded_pairing add column lifted_reason varchar(30);
alter table excluded_pairing add column lifted_by varchar(80);
alter table excluded_pairing add column lifted_at timestamptz;
drop index excluded_pairing_place;
create index excluded_pairing_place on excluded_pairing (departement, structure, need, line, mentor)
    where lifted_at is null;
create index excluded_pairing_lifted on excluded_pairing (lifted_at desc) where lifted_at is not null;

create table excluded_structure (
    mentor        varchar(80) not null,
    structure     varchar(80) not null,
    departement   varchar(10) not null,
    reason        varchar(30) not null,
    excluded_by   varchar(80) not null,
    excluded_at   timestamptz not null,
    lifted_reason varchar(30),
    lifted_by     varchar(80),
    lifted_at     timestamptz,
    primary key (mentor, structure)
);
create index excluded_structure_newest on excluded_structure (departement, excluded_at desc, mentor, structure)
    where lifted_at is null;
create index excluded_structure_lifted on excluded_structure (lifted_at desc) where lifted_at is not null;
comment on table excluded_structure is 'Mentors who are proposed to no line of a structure; lifted ones stay.';
