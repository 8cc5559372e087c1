-- Continuations say on what day they were proposed, agreed or declined. The function may change while no index uses it;
-- the new index knows the old facts by the new rule, too.
drop index history_happened;
create or replace function history_happened_on(type text, recorded_at timestamptz, data json) returns text
language sql immutable parallel safe as $$
    select coalesce(
        substring(data ->> case type
            when 'needs.priority-status-recorded.v1' then 'statedOn'
            when 'needs.need-declared.v1' then 'declaredOn'
            when 'needs.contact-attempted.v1' then 'occurredOn'
            when 'needs.need-qualified.v1' then 'qualifiedOn'
            when 'mentors.mentor-applied.v1' then 'appliedOn'
            when 'mentors.screening-passed.v1' then 'heldOn'
            when 'mentors.screening-failed.v1' then 'heldOn'
            when 'mentors.charter-accepted.v1' then 'acceptedOn'
            when 'mentors.training-completed.v1' then 'completedOn'
            when 'mentors.mentor-activated.v1' then 'activatedOn'
            when 'mentors.mentor-withdrew.v1' then 'withdrewOn'
            when 'followup.pair-opened.v1' then 'openedOn'
            when 'followup.first-contact-confirmed.v1' then 'contactedOn'
            when 'followup.session-held.v1' then 'heldOn'
            when 'followup.session-missed.v1' then 'plannedOn'
            when 'followup.pair-interrupted.v1' then 'interruptedOn'
            when 'followup.pair-closed.v1' then 'closedOn'
            when 'followup.continuation-proposed.v1' then 'proposedOn'
            when 'followup.continuation-agreed.v1' then 'agreedOn'
            when 'followup.continuation-declined.v1' then 'declinedOn'
        end from '^\d{4}-\d{2}-\d{2}$'),
        lpad(extract(year from recorded_at at time zone 'Europe/Paris')::text, 4, '0') || '-'
            || lpad(extract(month from recorded_at at time zone 'Europe/Paris')::text, 2, '0') || '-'
            || lpad(extract(day from recorded_at at time zone 'Europe/Paris')::text, 2, '0'))
$$;
create index history_happened on history (history_happened_on(type, recorded_at, data), recorded_at);
