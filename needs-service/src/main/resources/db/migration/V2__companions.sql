-- which mentor accompanies a place of which need, as long as the pair lasts: who may call the structure
create table companion (
    pair   text primary key,
    need   text not null,
    mentor text not null
);
create index on companion (need, mentor);

-- who reaches no structure any more, though a pair may still stand: has left, or is held to protect young people
create table mentor_apart (
    mentor      text    primary key,
    departed    boolean not null default false,
    held_at     timestamptz,
    released_at timestamptz
);
