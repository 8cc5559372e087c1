-- How people are found who are kept sealed: keyed marks of their words, see platform.search.PeopleIndex. A row goes with
-- the sealed row, in its transaction.
create table person_index (
    person text primary key,
    key    text     not null,
    terms  tsvector not null
);
create index person_index_terms on person_index using gin (terms) with (fastupdate = off);
