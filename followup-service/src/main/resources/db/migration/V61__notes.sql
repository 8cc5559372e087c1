-- what the team writes down for itself: sealed with keys of its own, bound to its row, erased after 90 days; not rebuilt
create table note (
    position      bigint generated always as identity,
    note          text primary key,
    subject       text not null,
    departement   text,
    text_sealed   text not null,
    author        text not null,
    written_on    date not null,
    remind_on     date,
    settled_on    date,
    -- what somebody did to the reminder last: when, by which sending of many, and the day it stood at before
    done_at       timestamptz,
    done_key      text,
    remind_before date
);
create index note_of_subject on note (subject, written_on desc);
create index note_due on note (remind_on, position) where settled_on is null and remind_on is not null;
create index note_done on note (done_key) where done_key is not null;
create index note_by_age on note (written_on);
