-- A page of a list is read along an index that ends where the page ends: what the list is chosen and ordered by stands
-- in its own row. For who sees the whole country the same without the département.

alter table waiting_line add column used int not null default 0;
alter table waiting_line add column kept int not null default 0;
alter table waiting_line add column replacements int not null default 0;
alter table waiting_line add column free int not null default 0;
comment on column waiting_line.used is 'Seats that a proposal or a pair holds.';
comment on column waiting_line.kept is 'Seats kept for named mentors of whom none is asked at the moment.';
comment on column waiting_line.free is 'Neither used nor kept.';

update waiting_line w set
    used = (select count(*) from used_seat u where u.need = w.need and u.line = w.line),
    kept = (select count(*) from prematching p
        where p.need = w.need and p.line = w.line and p.ended is null and p.proposal is null),
    replacements = (select count(*) from replacement r where r.need = w.need and r.line = w.line
        and not exists (select 1 from used_seat u where u.need = r.need and u.line = r.line and u.seat = r.seat));
update waiting_line set free = greatest(0, seats - used - kept);

drop index waiting_line_departement;
create index waiting_line_oldest on waiting_line (departement, declared_on, need, line) where open and free > 0;
create index waiting_line_oldest_anywhere on waiting_line (declared_on, need, line) where open and free > 0;
create index waiting_line_chosen on waiting_line (departement, priority_audience, level_band, declared_on, need, line)
    where open and free > 0;
create index waiting_line_chosen_anywhere on waiting_line (priority_audience, level_band, declared_on, need, line)
    where open and free > 0;
create index waiting_line_most on waiting_line
    (departement, priority_audience, level_band, free desc, declared_on, need, line) where open and free > 0;
create index waiting_line_most_anywhere on waiting_line
    (priority_audience, level_band, free desc, declared_on, need, line) where open and free > 0;

alter table excluded_pairing add column structure varchar(80) not null default '';
alter table excluded_pairing add column departement varchar(10) not null default '';
update excluded_pairing e set structure = w.structure, departement = w.departement
    from waiting_line w where w.need = e.need and w.line = e.line;
alter table excluded_pairing alter column structure drop default;
alter table excluded_pairing alter column departement drop default;
create index excluded_pairing_place on excluded_pairing (departement, structure, need, line, mentor);

alter table prematching add column structure varchar(80) not null default '';
alter table prematching add column departement varchar(10) not null default '';
update prematching p set structure = w.structure, departement = w.departement
    from waiting_line w where w.need = p.need and w.line = p.line;
alter table prematching alter column structure drop default;
alter table prematching alter column departement drop default;
create index prematching_open on prematching (departement, asked_at desc, prematching) where ended is null;
create index prematching_open_anywhere on prematching (asked_at desc, prematching) where ended is null;
create index prematching_over on prematching (departement, asked_at desc, prematching) where ended is not null;
create index prematching_over_anywhere on prematching (asked_at desc, prematching) where ended is not null;

drop index proposal_departement;
drop index proposal_run;
create index proposal_place_newest on proposal (departement, proposed_at desc, proposal);
create index proposal_place_oldest on proposal (departement, status, proposed_at, proposal);
create index proposal_of_run on proposal (run, departement, proposed_at, proposal) where run is not null;

create index held_mentor_longest on held_mentor (held_at, mentor, pair);
create index matching_run_newest on matching_run (started_at desc, run);

create table referent_load (
    account varchar(80) primary key,
    pairs int not null
);
insert into referent_load(account, pairs) select account, count(*) from referent_pair group by account;
create index referent_load_most on referent_load (pairs desc, account) where pairs > 0;
comment on table referent_load is 'How many living pairs each account follows.';

-- the list of proposals, narrowed to an audience
create index proposal_by_audience on proposal (departement, priority_audience, status, proposed_at, proposal);
