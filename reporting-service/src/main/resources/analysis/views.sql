-- What the sealed facts come to, under the names of the glossary. "facts" holds every fact as it was received, with
-- what was read of it in columns. Within a stream the sequence decides, not the clock.

create view structures as
select subject as structure,
       arg_max(kind, sequence) filter (type = 'needs.structure-registered.v1') as kind,
       arg_max(departement, sequence) filter (type = 'needs.structure-registered.v1') as departement,
       arg_max(academie, sequence) filter (type = 'needs.structure-registered.v1') as academie,
       arg_max(status, sequence) filter (type = 'needs.priority-status-recorded.v1') as priority_status,
       bool_or(type = 'needs.structure-verified.v1') as verified,
       subject_high, subject_low
from facts
where reading = 0 and type in ('needs.structure-registered.v1', 'needs.priority-status-recorded.v1', 'needs.structure-verified.v1')
group by all;

create view needs as
select subject as need,
       arg_max(departement, sequence) filter (lines is not null) as departement,
       arg_max(academie, sequence) filter (lines is not null) as academie,
       arg_max(priority_audience, sequence) filter (lines is not null) as priority_audience,
       bool_or(type = 'needs.need-declared.v1') as declared,
       coalesce(max(sequence) filter (type = 'needs.need-qualified.v1')
           > coalesce(max(sequence) filter (type = 'needs.need-qualification-undone.v1'), -1), false) as qualified,
       min(happened_on) filter (type = 'needs.need-declared.v1') as declared_on,
       (arg_max(struct_pack(on_day := case when type = 'needs.need-qualified.v1' then happened_on end), sequence)
           filter (type in ('needs.need-qualified.v1', 'needs.need-qualification-undone.v1'))).on_day as qualified_on,
       count(*) filter (type = 'needs.contact-attempted.v1')
           - count(*) filter (type = 'needs.contact-attempt-undone.v1') as calls,
       (arg_max(struct_pack(reason := case when type = 'needs.need-withdrawn.v1' then reason end), sequence)
           filter (type in ('needs.need-withdrawn.v1', 'needs.need-withdrawal-undone.v1'))).reason as withdrawn_for,
       subject_high, subject_low
from facts
where reading = 0 and type in ('needs.need-declared.v1', 'needs.need-qualified.v1', 'needs.need-withdrawn.v1',
    'needs.contact-attempted.v1', 'needs.contact-attempt-undone.v1', 'needs.need-qualification-undone.v1',
    'needs.need-withdrawal-undone.v1', 'needs.need-referent-assigned.v1', 'needs.need-line-count-revised.v1')
group by all;

create view need_lines as
with told as (
    select subject, subject_high, subject_low, sequence, unnest(string_split(lines, ';')) as cell
    from facts where reading = 0 and type like 'needs.%' and lines <> ''
    union all
    select subject, subject_high, subject_low, sequence, line || '::' || to_count
    from facts where reading = 0 and type = 'needs.need-line-count-revised.v1'
), cells as (
    select subject, subject_high, subject_low, sequence, cast(split_part(cell, ':', 1) as integer) as line,
           nullif(split_part(cell, ':', 2), '') as level_band, cast(split_part(cell, ':', 3) as integer) as places
    from told
)
select subject as need, line,
       arg_max(level_band, sequence) filter (level_band is not null) as level_band,
       arg_max(places, sequence) as places,
       subject_high, subject_low
from cells group by all;

-- a place of which a match was confirmed, once, however many mentors followed each other on it
create view covered_seats as
select need_high, need_low, line, seat,
       count(*) as confirmations,
       min(recorded_at) as confirmed_at,
       arg_min(level_band, (recorded_at, subject)) as level_band,
       arg_min(priority_audience, (recorded_at, subject)) as priority_audience,
       arg_min(departement, (recorded_at, subject)) as departement,
       arg_min(academie, (recorded_at, subject)) as academie
from facts told where reading = 0 and type = 'matching.match-confirmed.v1' and not exists (
    select 1 from facts undone where undone.reading = 0 and undone.type = 'matching.match-undone.v1'
        and undone.subject = told.subject and undone.sequence > told.sequence)
group by all;

create view mentors as
select subject as mentor,
       arg_max(departement, sequence) filter (type = 'mentors.mentor-applied.v1') as applied_in,
       case when bool_or(type = 'mentors.mentor-applied.v1') then coalesce(arg_max(association, sequence)
           filter (type = 'mentors.mentor-applied.v1' and association is not null), 'NONE') end as association,
       arg_max(departement, sequence) filter (type = 'mentors.mentor-activated.v1') as activated_in,
       arg_max(capacity, sequence) filter (type = 'mentors.mentor-activated.v1') as capacity,
       min(happened_on) filter (type = 'mentors.mentor-applied.v1') as applied_on,
       min(happened_on) filter (type = 'mentors.screening-passed.v1') as screened_on,
       min(happened_on) filter (type = 'mentors.screening-failed.v1') as refused_on,
       min(happened_on) filter (type = 'mentors.charter-accepted.v1') as charter_on,
       min(happened_on) filter (type = 'mentors.training-completed.v1') as trained_on,
       min(happened_on) filter (type = 'mentors.mentor-activated.v1') as activated_on,
       arg_max(reason, sequence) filter (type = 'mentors.mentor-withdrew.v1') as withdrew_for,
       coalesce(max(sequence) filter (type = 'mentors.mentor-withdrew.v1')
           > coalesce(max(sequence) filter (type = 'mentors.mentor-activated.v1'), -1), false) as withdrawn,
       subject_high, subject_low
from facts where reading = 0 and type like 'mentors.%'
group by all;

create view proposals as
select subject as proposal,
       arg_max(origin, sequence) filter (type = 'matching.match-proposed.v1') as origin,
       min(recorded_at) filter (type = 'matching.match-proposed.v1') as proposed_at,
       min(recorded_at) filter (type = 'matching.proposal-accepted-by-mentor.v1') as accepted_at,
       min(recorded_at) filter (type = 'matching.proposal-expired.v1') as expired_at,
       (arg_max(struct_pack(at := case when type = 'matching.match-confirmed.v1' then recorded_at end), sequence)
           filter (type in ('matching.match-confirmed.v1', 'matching.match-undone.v1'))).at as confirmed_at,
       (arg_max(struct_pack(code := case when type = 'matching.proposal-declined.v1' then side end), sequence)
           filter (type in ('matching.proposal-declined.v1', 'matching.proposal-decline-undone.v1'))).code as declined_by,
       (arg_max(struct_pack(code := case when type = 'matching.proposal-declined.v1' then reason end), sequence)
           filter (type in ('matching.proposal-declined.v1', 'matching.proposal-decline-undone.v1'))).code as declined_for,
       subject_high, subject_low
from facts where reading = 0 and type like 'matching.%' and type not like 'matching.policy-%'
group by all;

-- percent by priority audience and version; in_force: whether that version is followed now
create view floors as
with active as (
    select arg_max(version, sequence) as version from facts
    where reading = 0 and type = 'matching.policy-activated.v1'
), told as (
    select version, unnest(string_split(lines, ';')) as cell
    from facts where reading = 0 and type = 'matching.policy-published.v1' and lines <> ''
)
select told.version, split_part(cell, ':', 2) as priority_audience, cast(split_part(cell, ':', 3) as integer) as percent,
       told.version is not distinct from active.version as in_force
from told cross join active;

create view pairs as
with opened as (
    select subject, subject_high, subject_low,
           arg_max(struct_pack(level_band := level_band, priority_audience := priority_audience,
               departement := departement, academie := academie, need_declared_on := need_declared_on,
               mentor_high := mentor_high, mentor_low := mentor_low,
               opened_on := case when type = 'followup.pair-opened.v1' then happened_on end), sequence)
               filter (type in ('followup.pair-opened.v1', 'followup.pair-opening-undone.v1')) as o,
           arg_max(struct_pack(on_day := case when type = 'followup.first-contact-confirmed.v1' then happened_on end),
               sequence) filter (type in ('followup.first-contact-confirmed.v1', 'followup.first-contact-withdrawn.v1')) as k,
           min(recorded_at) filter (type = 'followup.first-contact-overdue.v1') as overdue_at,
           arg_max(struct_pack(side := side, reason := reason,
               on_day := case when type <> 'followup.pair-end-undone.v1' then happened_on end), sequence)
               filter (type in ('followup.pair-interrupted.v1', 'followup.pair-end-undone.v1')
                   or (type = 'followup.pair-end-corrected.v1' and planned is null)) as i,
           arg_max(struct_pack(planned := planned,
               on_day := case when type <> 'followup.pair-end-undone.v1' then happened_on end), sequence)
               filter (type in ('followup.pair-closed.v1', 'followup.pair-end-undone.v1')
                   or (type = 'followup.pair-end-corrected.v1' and planned is not null)) as c,
           arg_max(struct_pack(association := association, type := type, on_day := happened_on), sequence)
               filter (type like 'followup.continuation-%') as g
    from facts where reading = 0 and type like 'followup.%' and type not like 'followup.session-%'
    group by all
)
select subject as pair, o.level_band, o.priority_audience, o.departement, o.academie, o.need_declared_on, o.opened_on,
       k.on_day as contacted_on, overdue_at, i.side as interrupted_by, i.reason as interrupted_for, i.on_day as interrupted_on,
       c.planned as closed_as_planned, c.on_day as closed_on,
       o.opened_on is not null as opened, i.on_day is null and c.on_day is null as alive, o.mentor_high, o.mentor_low,
       g.association as continues_with, g.on_day as continuation_on,
       case g.type when 'followup.continuation-proposed.v1' then 'PROPOSED' when 'followup.continuation-agreed.v1'
           then 'AGREED' when 'followup.continuation-declined.v1' then 'DECLINED' end as continuation,
       subject_high, subject_low
from opened;

create view sessions as
with told as (
    select subject as pair, happened_on as held_on, minutes, channel, recorded_at,
           row_number() over (partition by subject, happened_on, minutes, channel order by recorded_at) as nth
    from facts where reading = 0 and type in ('followup.session-held.v1', 'followup.session-corrected.v1')
), taken_back as (
    select pair, held_on, minutes, channel, count(*) as times from (
        select subject as pair, was_held_on as held_on, was_minutes as minutes, was_channel as channel
        from facts where reading = 0 and type = 'followup.session-corrected.v1'
        union all
        select subject, happened_on, minutes, channel
        from facts where reading = 0 and type = 'followup.session-cancelled.v1')
    group by all
)
select pair, held_on, minutes, channel, recorded_at
from told left join taken_back using (pair, held_on, minutes, channel) where nth > coalesce(times, 0);

create view absences as
with told as (
    select subject as pair, happened_on as planned_on, missed_by, excused, recorded_at,
           row_number() over (partition by subject, happened_on, missed_by, excused order by recorded_at) as nth
    from facts where reading = 0 and type = 'followup.session-missed.v1'
), taken_back as (
    select subject as pair, happened_on as planned_on, missed_by, excused, count(*) as times
    from facts where reading = 0 and type = 'followup.absence-cancelled.v1' group by all
)
select pair, planned_on, missed_by, excused, recorded_at
from told left join taken_back using (pair, planned_on, missed_by, excused) where nth > coalesce(times, 0);
