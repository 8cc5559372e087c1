-- lists are read a page at a time
create index proposal_run on proposal (run) where run is not null;
create index proposal_newest on proposal (proposed_at desc, proposal);
create index proposal_oldest on proposal (status, proposed_at, proposal);
