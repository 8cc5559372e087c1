-- a mentor may be held by a worry, where no pair was interrupted; and a hold may end in an exclusion for good
alter table held_mentor alter column need drop not null;

create table excluded_mentor (
    mentor      text primary key,
    reason      text        not null,
    excluded_by text        not null,
    excluded_at timestamptz not null
);
comment on table excluded_mentor is 'Nothing is proposed to them any more.';
