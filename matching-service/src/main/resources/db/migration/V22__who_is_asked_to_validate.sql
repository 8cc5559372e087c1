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
