create table deadline (
    key varchar(200) primary key,
    kind varchar(60) not null,
    subject varchar(80) not null,
    due_at timestamptz not null,
    set_at timestamptz not null,
    attempts int not null default 0,
    claimed_until timestamptz,
    told_at timestamptz
);
comment on table deadline is
    'What has to be done by when: set and cancelled in the transaction of its reason, never by a projection. Ids and codes only. One that passed stays, so that its key passes once.';
comment on column deadline.claimed_until is 'By the clock on the wall, whatever clock the operation lives by: who claimed it and died loses it then.';
comment on column deadline.told_at is 'When it passed here; its distance from due_at is how late that was.';
create index deadline_next on deadline (due_at, key) where told_at is null;
create index deadline_of_subject on deadline (subject, due_at, key) where told_at is null;
