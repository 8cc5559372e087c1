-- names, addresses and direct lines of the team: each column sealed (AES-256-GCM, bound to its row)
create table staff_person (
    staff             text primary key,
    first_name_sealed text not null,
    last_name_sealed  text not null,
    email_sealed      text not null,
    phone_sealed      text not null
);

-- read model: can be dropped and rebuilt from the events
create table staff_place (
    staff       text primary key,
    role        text    not null,
    territories text[]  not null,
    invited_by  text    not null,
    invited_on  date    not null,
    confirmed   boolean not null,
    account     text,
    opened_on   date,
    left_on     date,
    -- what waits for a second coordinator
    asked_role        text,
    asked_territories text[],
    asked_by          text
);
create index staff_place_by_account on staff_place (account);
