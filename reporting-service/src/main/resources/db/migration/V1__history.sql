-- Every public event, once, as it was received. Nothing is ever changed or deleted here.
-- A partition is a month of record time; the event id is unique in the inbox, and here with its record time, as the
-- key of a partitioned table must hold the partition's column.
create table history (
    event_id text not null,
    source text collate "C" not null,
    type text not null,
    subject text collate "C" not null,
    sequence bigint not null,
    recorded_at timestamptz not null,
    received_at timestamptz not null,
    actor text,
    actor_role text,
    correlation text,
    attributes json not null,
    data json not null,
    primary key (event_id, recorded_at)
) partition by range (recorded_at);

-- the canonical order of every replay
create index history_canonical_order on history (recorded_at, source, subject, sequence);

create function history_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'history is append-only: % refused', tg_op;
end $$;

create trigger history_append_only before update or delete on history
    for each row execute function history_refuse_change();
create trigger history_no_truncate before truncate on history
    for each statement execute function history_refuse_change();

-- Makes the partition of a month if it is not there yet. Attaching takes a weaker lock than creating in place, so
-- readers and writers of other months go on.
create function history_partition_for(month date) returns void language plpgsql as $$
declare
    starts timestamptz := date_trunc('month', month::timestamp) at time zone 'UTC';
    ends timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') at time zone 'UTC';
    part text := 'history_' || to_char(month, 'YYYY_MM');
begin
    if to_regclass(part) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('history_partition_for'));
    if to_regclass(part) is not null then
        return;
    end if;
    execute format('create table %I (like history including defaults including constraints including indexes)', part);
    execute format('create trigger history_no_truncate before truncate on %I
        for each statement execute function history_refuse_change()', part);
    execute format('alter table history attach partition %I for values from (%L) to (%L)', part, starts, ends);
end $$;
