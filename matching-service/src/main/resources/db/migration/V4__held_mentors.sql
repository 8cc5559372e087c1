-- mentors to whom nothing is proposed until a coordinator decides
create table held_mentor (
    mentor varchar(80) not null,
    pair varchar(80) not null,
    need varchar(80) not null,
    reason varchar(30) not null,
    held_by varchar(80) not null,
    held_at timestamptz not null,
    primary key (mentor, pair)
);
comment on table held_mentor is 'Held back after an interrupted pair: one row for each pair, all gone with the release.';
