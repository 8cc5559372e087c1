-- through which member association a mentor comes; none before it was asked
alter table mentor_row add column association text;
