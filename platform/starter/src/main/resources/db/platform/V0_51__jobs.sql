create table job (
    id varchar(80) primary key,
    command_id varchar(240) not null unique,
    content text,
    kind varchar(60) not null,
    account varchar(80) not null,
    asker json not null,
    parameters json not null,
    file_sealed bytea,
    state varchar(20) not null,
    done int not null default 0,
    total int not null default 0,
    cancel_asked boolean not null default false,
    claimed_until timestamptz,
    attempts int not null default 0,
    outcome_sealed bytea,
    asked_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz
);
comment on table job is 'Work that takes longer than anybody waits for: asked for by a command id and so once, done by whichever instance takes it, forgotten some days after its end.';
comment on column job.asker is 'Ids, roles and territory of who asked, as they were then; no name.';
comment on column job.file_sealed is 'Sealed, as long as the work is not done: a file that somebody brought may speak of people.';
comment on column job.outcome_sealed is 'Sealed: the answer or the refusal, which may quote the file.';
comment on column job.claimed_until is 'By the clock on the wall, whatever clock the operation lives by: who took it and died loses it then.';
create index job_open on job (asked_at, id) where ended_at is null;
create index job_ended on job (ended_at) where ended_at is not null;
create index job_of_account on job (account, asked_at desc);
