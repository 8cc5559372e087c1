-- when pairs mean to meet: told by the events, can be dropped and rebuilt
create table session_plan (
    pair         text primary key,
    version      bigint  not null,
    weekly       boolean not null,
    first_on     date    not null,
    start_minute integer not null,
    minutes      integer not null
);
