-- The figures of the bilan, from the views alone: (indicator, axis, key, value). They must equal what the folds say.
with asked as (
    select l.level_band, n.priority_audience, n.departement, n.qualified,
           case when n.withdrawn_for is null then l.places
                else (select count(*) from covered_seats s where s.need_high = l.subject_high
                      and s.need_low = l.subject_low and s.line = l.line) end as places
    from need_lines l join needs n using (subject_high, subject_low)
    where n.declared or n.qualified
), covered as (
    select coalesce(l.level_band, s.level_band) as level_band,
           coalesce(n.priority_audience, s.priority_audience) as priority_audience,
           coalesce(n.departement, s.departement) as departement
    from covered_seats s
    left join needs n on n.subject_high = s.need_high and n.subject_low = s.need_low
    left join need_lines l on l.subject_high = s.need_high and l.subject_low = s.need_low and l.line = s.line
), measured as (
    select 'places.asked' as indicator, level_band, priority_audience, departement, places as value from asked
    union all select 'places.qualified', level_band, priority_audience, departement, places from asked where qualified
    union all select 'places.covered', level_band, priority_audience, departement, 1 from covered
    union all select 'pairs.opened', level_band, priority_audience, departement, 1 from pairs where opened
    union all select 'pairs.alive', level_band, priority_audience, departement, 1 from pairs where opened and alive
), counted as (
    select 'needs.declared' as indicator, '' as axis, '' as key from needs where declared
    union all select 'needs.qualified', '', '' from needs where qualified
    union all select 'needs.withdrawn', 'needWithdrawalReason', withdrawn_for from needs where withdrawn_for is not null
    union all select 'mentors.applied', 'departement', applied_in from mentors where applied_in is not null
    union all select 'mentors.screened', '', '' from mentors where screened_on is not null
    union all select 'mentors.refused', '', '' from mentors where refused_on is not null
    union all select 'mentors.active', 'departement', activated_in from mentors where not withdrawn and activated_in is not null
    union all select 'mentors.withdrawn', 'mentorWithdrawalReason', withdrew_for from mentors where withdrawn
    union all select 'proposals.made', 'proposalOrigin', origin from proposals where origin is not null
    union all select 'proposals.accepted', '', '' from proposals where accepted_at is not null
    union all select 'proposals.declined', 'declineReason', declined_for from proposals where declined_for is not null
    union all select 'proposals.expired', '', '' from proposals where expired_at is not null
    union all select 'pairs.first-contact-confirmed', '', '' from pairs where contacted_on is not null
    union all select 'pairs.first-contact-overdue', 'overdueNow',
        case when contacted_on is not null then 'CONFIRMED_LATE' when alive then 'WAITING' else 'ENDED' end
        from pairs where overdue_at is not null
    union all select 'pairs.interrupted', 'interruptionReason', interrupted_for from pairs where interrupted_for is not null
    union all select 'pairs.closed-as-planned', '', '' from pairs where closed_as_planned
    union all select 'pairs.closed-early', '', '' from pairs where not closed_as_planned
    union all select 'sessions.held', 'channel', channel from sessions
    union all select 'sessions.missed', 'side', missed_by from absences
    union all select 'events.heard', 'source', source from facts
    union all select 'events.unknown', 'unknownType', type from facts where reading = 2
    union all select 'events.unreadable', 'unreadableType', type from facts where reading = 3
), tied as (
    select 'associations.applied' as indicator, 'memberAssociation' as axis, association as key from mentors where applied_in is not null
    union all select 'associations.activated', 'memberAssociation', coalesce(association, 'UNTOLD') from mentors where activated_on is not null
    union all select 'associations.pairs', 'memberAssociation', coalesce(m.association, 'UNTOLD')
        from pairs p left join mentors m on m.subject_high = p.mentor_high and m.subject_low = p.mentor_low where p.opened
    union all select 'continuations.proposed', 'memberAssociation', continues_with from pairs where continuation is not null
    union all select 'continuations.agreed', 'memberAssociation', continues_with from pairs where continuation = 'AGREED'
    union all select 'continuations.declined', 'memberAssociation', continues_with from pairs where continuation = 'DECLINED'
), bysides as (
    select 'proposals.declined' as indicator, 'side' as axis, declined_by as key from proposals where declined_for is not null
    union all select 'pairs.interrupted', 'side', interrupted_by from pairs where interrupted_for is not null
)
select indicator, '' as axis, '' as key, cast(sum(value) as decimal(18, 1)) as value from measured group by all
union all select indicator, 'levelBand', level_band, sum(value) from measured group by all having sum(value) > 0
union all select indicator, 'priorityAudience', priority_audience, sum(value) from measured group by all having sum(value) > 0
union all select indicator, 'departement', departement, sum(value) from measured group by all having sum(value) > 0
union all select indicator, '', '', count(*) from counted group by all
union all select indicator, axis, key, count(*) from counted where axis <> '' group by all
union all select indicator, '', '', count(*) from tied group by all
union all select indicator, axis, key, count(*) from tied group by all
union all select 'equity.floor', '', '', max(percent) from floors where in_force having count(*) > 0
union all select 'equity.floor', 'priorityAudience', priority_audience, percent from floors where in_force
union all select indicator, axis, key, count(*) from bysides group by all
union all select 'sessions.hours', '', '', round(cast(sum(minutes) as decimal(18, 4)) / 60, 1) from sessions having count(*) > 0
union all select 'delay.need-to-pair.median', '', '', round(cast(median(date_diff('day', need_declared_on, opened_on)) as decimal(18, 4)), 1)
    from pairs where opened having count(*) > 0;
