-- which structure a mentor works with, as long as the pair lasts: who may call the mentor
create table companion (
    pair      text primary key,
    need      text not null,
    mentor    text not null,
    structure text not null
);
create index on companion (mentor, structure);
