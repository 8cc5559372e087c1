-- Recognises a mentor who was set aside to protect a young person and comes back. Keyed hashes of address, telephone,
-- and name with département, under a key of their own; read by nobody, compared with each application.
create table set_aside_mark (
    mentor text    not null,
    kind   text    not null,
    hash   text    not null,
    held   boolean not null,
    primary key (mentor, kind)
);
create index on set_aside_mark (hash);

-- who may be a person who was set aside, in what, and what the team decided
alter table mentor_row add column return_of text, add column return_by text[], add column return_decision text;
