-- which mentor accompanies a place of which need, as long as the pair lasts: who may call the structure
create table companion (
    pair   text primary key,
    need   text not null,
    mentor text not null
);
create index on companion (need, mentor);
