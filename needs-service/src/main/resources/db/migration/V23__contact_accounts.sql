-- who speaks for a structure with an account: each column sealed (AES-256-GCM, bound to its row), with keyed marks of the
-- address, by which a forgotten login is found, and of the person, so that nobody is invited twice at once
create table contact_person (
    contact      text primary key,
    structure    text not null,
    name_sealed  text not null,
    email_sealed text not null,
    phone_sealed text not null,
    email_mark   text,
    person_mark  text unique
);
create index contact_person_of_structure on contact_person (structure);
create index contact_person_by_email on contact_person (email_mark);

-- read model: can be dropped and rebuilt from the events
create table contact_account (
    contact    text primary key,
    structure  text not null,
    invited_on date not null,
    account    text,
    opened_on  date,
    left_on    date
);
create index contact_account_of_structure on contact_account (structure);
create index contact_account_by_account on contact_account (account);
