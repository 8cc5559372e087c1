-- bilans that were asked for, as they stand: rebuilt from this service's own events
create table assessment (
    assessment text primary key,
    as_of timestamptz not null,
    happened_until date,
    territory text not null,
    version int not null,
    corrects text,
    corrected_by text,
    status text not null,
    requested_at timestamptz not null,
    computed_at timestamptz,
    sealed_at timestamptz,
    published_at timestamptz,
    exact_hash text,
    published_hash text,
    events bigint,
    positions json,
    segments json,
    code_version text
);
create index assessment_newest on assessment (requested_at desc);

-- The figures of assessments, found by the hash of their text. What is written here is not written anywhere else, and
-- is never changed: the events hold the hashes.
create table bilan_text (
    hash text primary key,
    content text not null,
    written_at timestamptz not null
);
create function bilan_text_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'figures of assessments are append-only: % refused', tg_op;
end $$;
create trigger bilan_text_append_only before update or delete on bilan_text
    for each row execute function bilan_text_refuse_change();
create trigger bilan_text_no_truncate before truncate on bilan_text
    for each statement execute function bilan_text_refuse_change();

-- who saw exact figures: an account without a name, when, of what
create table exact_view (
    id bigint generated always as identity primary key,
    seen_at timestamptz not null,
    account text not null,
    form text not null,
    as_of timestamptz not null,
    territory text not null
);
create index exact_view_newest on exact_view (seen_at desc, id desc);
create trigger exact_view_append_only before update or delete on exact_view
    for each row execute function bilan_text_refuse_change();
