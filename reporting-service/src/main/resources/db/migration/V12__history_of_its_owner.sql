-- The application may not own the history, yet it is the one that meets the first fact of a month: the owner makes the
-- partition for it, with the same readers as the whole. Everything is named in full, so that nobody can slip in a
-- function of the same name.
create or replace function history_partition_for(month date) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    starts timestamptz := date_trunc('month', month::timestamp) at time zone 'UTC';
    ends timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') at time zone 'UTC';
    part text := 'history_' || to_char(month::timestamp, 'YYYY_MM');
    reader text;
begin
    if to_regclass('public.' || part) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('history_partition_for'));
    if to_regclass('public.' || part) is not null then
        return;
    end if;
    execute format('create table public.%I (like public.history including defaults including constraints including indexes)',
            part);
    execute format('create trigger history_no_truncate before truncate on public.%I
        for each statement execute function public.history_refuse_change()', part);
    for reader in
        select grantee::regrole::text from pg_class, aclexplode(relacl)
        where pg_class.oid = 'public.history'::regclass and privilege_type = 'SELECT' and grantee <> relowner
    loop
        execute format('grant select on public.%I to %s', part, reader);
    end loop;
    execute format('alter table public.history attach partition public.%I for values from (%L) to (%L)',
            part, starts, ends);
end $$;

-- The day on which a fact happened, as people write it for programs: its body tells it, or else its record in Paris. A
-- body that tells no day is no reason to refuse the fact. One immutable expression, so that PostgreSQL unfolds it where
-- it is asked. A type that is added gets a new function and a new index, as this one stands in an index.
create function history_happened_on(type text, recorded_at timestamptz, data json) returns text
language sql immutable parallel safe as $$
    select coalesce(
        substring(data ->> case type
            when 'needs.priority-status-recorded.v1' then 'statedOn'
            when 'needs.need-declared.v1' then 'declaredOn'
            when 'needs.contact-attempted.v1' then 'occurredOn'
            when 'needs.need-released.v1' then 'releasedOn'
            when 'needs.need-handed-over.v1' then 'handedOn'
            when 'needs.need-contact-overdue.v1' then 'dueOn'
            when 'needs.need-qualified.v1' then 'qualifiedOn'
            when 'needs.contact-attempt-undone.v1' then 'occurredOn'
            when 'needs.need-qualification-undone.v1' then 'qualifiedOn'
            when 'needs.contact-erased.v1' then 'erasedOn'
            when 'mentors.mentor-applied.v1' then 'appliedOn'
            when 'mentors.screening-passed.v1' then 'heldOn'
            when 'mentors.screening-failed.v1' then 'heldOn'
            when 'mentors.charter-accepted.v1' then 'acceptedOn'
            when 'mentors.training-completed.v1' then 'completedOn'
            when 'mentors.mentor-activated.v1' then 'activatedOn'
            when 'mentors.good-standing-proof-expired.v1' then 'expiredOn'
            when 'mentors.good-standing-proof-renewed.v1' then 'renewedOn'
            when 'mentors.mentor-held-for-review.v1' then 'heldOn'
            when 'mentors.mentor-review-ended.v1' then 'endedOn'
            when 'mentors.mentor-withdrew.v1' then 'withdrewOn'
            when 'followup.pair-opened.v1' then 'openedOn'
            when 'followup.first-contact-confirmed.v1' then 'contactedOn'
            when 'followup.session-held.v1' then 'heldOn'
            when 'followup.session-missed.v1' then 'plannedOn'
            when 'followup.session-corrected.v1' then 'heldOn'
            when 'followup.session-cancelled.v1' then 'heldOn'
            when 'followup.absence-cancelled.v1' then 'plannedOn'
            when 'followup.first-contact-withdrawn.v1' then 'contactedOn'
            when 'followup.introduction-confirmed.v1' then 'introducedOn'
            when 'followup.check-in-scheduled.v1' then 'dueOn'
            when 'followup.check-in-completed.v1' then 'answeredOn'
            when 'followup.engagement-alert-raised.v1' then 'raisedOn'
            when 'followup.engagement-alert-resolved.v1' then 'resolvedOn'
            when 'followup.intervention-step-taken.v1' then 'takenOn'
            when 'followup.pair-resumed.v1' then 'resumedOn'
            when 'followup.exit-interview-recorded.v1' then 'heldOn'
            when 'followup.pair-interrupted.v1' then 'interruptedOn'
            when 'followup.pair-closed.v1' then 'closedOn'
            when 'followup.pair-end-undone.v1' then 'endedOn'
            when 'followup.pair-end-corrected.v1' then 'endedOn'
            when 'followup.continuation-proposed.v1' then 'proposedOn'
            when 'followup.continuation-agreed.v1' then 'agreedOn'
            when 'followup.continuation-declined.v1' then 'declinedOn'
            when 'followup.concern-raised.v1' then 'raisedOn'
            when 'followup.concern-closed.v1' then 'closedOn'
            when 'followup.mentor-protected.v1' then 'protectedOn'
            when 'followup.seat-decided.v1' then 'decidedOn'
            when 'followup.pair-handed-over.v1' then 'handedOverOn'
            when 'followup.resource-shared.v1' then 'sharedOn'
            when 'followup.resource-used.v1' then 'usedOn'
            when 'followup.continuation-asked.v1' then 'askedOn'
            when 'followup.continuation-answered.v1' then 'answeredOn'
        end from '^\d{4}-\d{2}-\d{2}$'),
        lpad(extract(year from recorded_at at time zone 'Europe/Paris')::text, 4, '0') || '-'
            || lpad(extract(month from recorded_at at time zone 'Europe/Paris')::text, 2, '0') || '-'
            || lpad(extract(day from recorded_at at time zone 'Europe/Paris')::text, 2, '0'))
$$;
create index history_happened on history (history_happened_on(type, recorded_at, data), recorded_at);

-- How the manifest of the sealed days ended after each line: what the chain cannot say of its own last line.
create table sealed_line (
    line int primary key,
    hash text not null,
    noted_at timestamptz not null
);
create trigger sealed_line_append_only before update or delete on sealed_line
    for each row execute function history_refuse_change();
