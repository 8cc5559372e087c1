-- an interrupted pair no longer serves its place
alter table need_proposal add column pair text;
create index need_proposal_by_pair on need_proposal (pair);
