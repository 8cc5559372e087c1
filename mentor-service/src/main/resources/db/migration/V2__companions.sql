-- which structure a mentor works with, as long as the pair lasts: who may call the mentor
create table companion (
    pair      text primary key,
    mentor    text not null,
    structure text not null
);
create index on companion (mentor, structure);
