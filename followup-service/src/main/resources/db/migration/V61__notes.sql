-- what the team writes down for itself: sealed with keys of its own, bound to its row, erased after 90 days; not rebuilt
create table note (
    position    bigint generated always as identity,
    note        text primary key,
    subject     text not null,
    departement text,
    text_sealed text not null,
    author      text not null,
    written_on  date not null,
    remind_on   date,
    settled_on  date
);
create index note_of_subject on note (subject, written_on desc);
create index note_due on note (remind_on) where settled_on is null and remind_on is not null;
create index note_by_age on note (written_on);
