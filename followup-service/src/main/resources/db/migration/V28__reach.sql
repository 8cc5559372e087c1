-- how and when somebody of the team is reached, and who stands in: not rebuilt, the line is sealed (bound to its row)
create table staff_reach (
    account      text primary key,
    line_sealed  text    not null,
    days         text[]  not null,
    from_minute  integer not null,
    until_minute integer not null,
    absent_from  date,
    absent_until date,
    stand_in     text    not null
);

-- who was shown this, once a day
create table staff_reading (
    account text not null,
    reader  text not null,
    role    text not null,
    read_on date not null,
    primary key (account, reader, read_on)
);

-- who follows what a structure or a mentor has to do with
create index known_need_by_structure on known_need (structure);
create index known_proposal_by_mentor on known_proposal (mentor);
