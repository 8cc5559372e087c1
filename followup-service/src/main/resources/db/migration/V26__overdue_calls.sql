-- a call was promised by a day that is over
alter table known_need add column call_overdue boolean not null default false;
create index known_need_overdue on known_need (departement) where call_overdue and status = 'DECLARED';
