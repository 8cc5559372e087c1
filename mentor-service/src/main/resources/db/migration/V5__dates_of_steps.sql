-- when charter and training were done, for the page of one's own data
alter table mentor_row add column charter_on date;
alter table mentor_row add column trained_on date;
-- when the team last gave a new password: the person reads it on the own page
alter table mentor_row add column password_renewed_on date;

-- what happened before this version
update mentor_row m set charter_on = e.day from (
    select aggregate_id, max((payload ->> 'acceptedOn')::date) as day
    from domain_event where payload_type = 'mentors.CharterAccepted' group by aggregate_id) e
where e.aggregate_id = m.mentor;
update mentor_row m set trained_on = e.day from (
    select aggregate_id, max((payload ->> 'completedOn')::date) as day
    from domain_event where payload_type = 'mentors.TrainingCompleted' group by aggregate_id) e
where e.aggregate_id = m.mentor;
