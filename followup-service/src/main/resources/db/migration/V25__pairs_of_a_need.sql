-- who follows a need by the link of a letter sees its pairs
create index pair_by_need on pair (need);
create index pair_by_proposal on pair (proposal);
