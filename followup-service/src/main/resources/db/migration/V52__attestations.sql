-- what a mentor gave until a day; no name, and no row once the person is erased
create table attestation (
    number       text primary key,
    mentor       text not null,
    sessions     integer not null,
    minutes      integer not null,
    first_on     date not null,
    last_on      date not null,
    issued_on    date not null,
    withdrawn_on date,
    withdrawn_by text
);
create index attestation_by_mentor on attestation (mentor);
