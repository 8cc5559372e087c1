-- live pairs by what the workbench counts and alarms about, each kind along an index of its own
create index pair_heard on pair (departement, silent_since, pair) where status = 'LIVE' and last_contact_on is not null;
create index pair_heard_anywhere on pair (silent_since, pair) where status = 'LIVE' and last_contact_on is not null;
create index pair_unheard on pair (departement, first_contact_overdue, silent_since, pair)
    where status = 'LIVE' and last_contact_on is null;
create index pair_unheard_anywhere on pair (first_contact_overdue, silent_since, pair)
    where status = 'LIVE' and last_contact_on is null;

-- mentors whose running pairs are to be reviewed
alter table known_mentor add column alarm boolean not null
    generated always as (withdrew_on is not null or proof_expired_on is not null or in_review_since is not null) stored;
create index known_mentor_alarm on known_mentor (mentor) where alarm;

-- open proposals, by the département of the need
alter table known_proposal add column departement text;
update known_proposal p set departement = n.departement from known_need n where n.need = p.need;
alter table known_proposal alter column departement set not null;
create index known_proposal_accepted on known_proposal (departement, accepted_on, proposal) where status = 'ACCEPTED';
create index known_proposal_accepted_anywhere on known_proposal (accepted_on, proposal) where status = 'ACCEPTED';
create index known_proposal_waiting on known_proposal (departement, expires_at, proposal) where status = 'WAITING';
create index known_proposal_waiting_anywhere on known_proposal (expires_at, proposal) where status = 'WAITING';
create index known_need_followed on known_need (referent) where referent is not null;

-- needs that somebody took, by département too
create index known_need_taken_in on known_need (departement, referent, declared_on, need)
    where status = 'DECLARED' and referent is not null;
