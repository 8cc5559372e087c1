-- lists are read along an index, département by département or in the whole country
drop index need_by_departement;
create index need_by_departement on need (departement, status, declared_on, declared_at, need);
create index need_anywhere on need (status, declared_on, declared_at, need);
create index need_by_audience on need (departement, priority_audience, status, declared_on, declared_at, need);
create index need_by_referent on need (referent, status, declared_on, declared_at, need) where referent is not null;

-- names are found by words in any order, with or without accents and ligatures, with a slip, and "st" is "saint"
create extension if not exists pg_trgm;
create function plain_words(typed text) returns text language sql immutable parallel safe as $$
    select regexp_replace(regexp_replace(
        translate(replace(replace(lower(typed), 'œ', 'oe'), 'æ', 'ae'),
            'àâäáãåçéèêëîïíìôöóòõûùüúÿýñ', 'aaaaaaceeeeiiiiooooouuuuyyn'), '[^a-z0-9]+', ' ', 'g'),
        '\mst(e?)\M', 'saint\1', 'g')
$$;
alter table structure_name add column words text generated always as (plain_words(name || ' ' || commune)) stored;
create index structure_name_words on structure_name using gin (words gin_trgm_ops);
