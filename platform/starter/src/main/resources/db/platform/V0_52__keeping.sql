-- How long it is remembered what was done by which command and which facts were heard: mentorat.keeping, see ADR 34.
alter table inbox_event add column source varchar(80), add column stream varchar(120), add column sequence bigint;
comment on column inbox_event.sequence is
    'Place of the fact in its stream. Rows of before this column stay for ever: nothing would recognise their facts.';
create table inbox_stream (
    source varchar(80) not null,
    stream varchar(120) not null,
    sequence bigint not null,
    settled_at timestamptz not null,
    primary key (source, stream)
);
comment on table inbox_stream is
    'Up to which fact a stream was heard long ago: what stands before, or is that one, has had its effect, although inbox_event has forgotten it.';
comment on column inbox_stream.settled_at is
    'By the clock on the wall. What was forgotten is deleted only a while later, when nobody can be reading the state of before any more.';
create index processed_command_age on processed_command using brin (processed_at);
comment on table processed_command is
    'The answer to every command, for the time of mentorat.keeping.commands: the same again finds its answer. Afterwards the rules of its stream answer it.';
