-- works that others made, and where they stand; facts name them by id alone
create table resource (
    resource     text primary key,
    title        text not null,
    kind         text not null,
    address      text not null,
    source       text not null,
    licence      text not null,
    minutes      integer,
    levels       text[] not null,
    supports     text[] not null,
    sides        text[] not null,
    airs_on      date,
    airs_from    time,
    airs_until   time,
    seen_on      date,
    broken_on    date,
    withdrawn_on date,
    changed_by   text not null,
    changed_on   date not null
);
