-- whoever follows as many pairs as the policy allows asks a colleague, or the coordinators, to validate
alter table proposal add column asked_of varchar(80);
alter table proposal add column asked_by varchar(80);
alter table proposal add column asked_at timestamptz;
comment on column proposal.asked_of is 'The colleague; nobody = the coordinators.';
create index proposal_asked on proposal (departement) where asked_by is not null and status = 'ACCEPTED';

-- a list by weight reads audience by audience; those of a newer version have an index of their own
create index waiting_line_newer on waiting_line (departement, declared_on, need, line)
    where open and free > 0 and priority_audience not in ('NONE', 'QPV', 'REP', 'REP_PLUS', 'RURAL_FRAGILE');
create index waiting_line_newer_anywhere on waiting_line (declared_on, need, line)
    where open and free > 0 and priority_audience not in ('NONE', 'QPV', 'REP', 'REP_PLUS', 'RURAL_FRAGILE');

-- who follows a need changes after it was qualified; open proposals are with who follows it now
create table need_follower (
    need varchar(80) primary key,
    account varchar(80)
);
comment on table need_follower is 'Needs that were passed on since they were qualified; no account = nobody follows them.';
alter table proposal add column followed_by varchar(80);
update proposal set followed_by = referent;
create index proposal_followed on proposal (followed_by, status, proposed_at, proposal) where followed_by is not null;
create index proposal_unfollowed on proposal (departement, status, proposed_at, proposal) where followed_by is null;
