-- Recognises a mentor who was set aside to protect a young person and comes back. Keyed hashes of address, telephone,
-- and name with département, under a key of their own; read by nobody, compared with each application.
create table set_aside_mark (
    mentor text    not null,
    kind   text    not null,
    hash   text    not null,
    held_at timestamptz,
    primary key (mentor, kind)
);
create index on set_aside_mark (hash);
comment on column set_aside_mark.held_at is
    'When the pair was interrupted; null = kept only until a living pair of somebody who was erased ends.';

-- when a coordinator let such a mentor be proposed again: an interruption before that moment counts no more, in
-- whatever order the two are heard
create table set_aside_release (
    mentor      text        primary key,
    released_at timestamptz not null
);

-- who may be a person who was set aside, in what, and what the team decided
alter table mentor_row add column return_of text, add column return_by text[], add column return_decision text;
