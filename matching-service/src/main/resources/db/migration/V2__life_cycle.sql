alter table proposal alter column origin type varchar(20);
alter table proposal add column prematching varchar(80);
alter table proposal add column trial_due_at timestamptz;
alter table proposal add column mentor_fit varchar(10);
alter table proposal add column structure_fit varchar(10);
alter table proposal add column freed_at timestamptz;
comment on column proposal.freed_at is 'Record time of the refusal or the expiry: the seat looks for the next best.';
create index proposal_structure on proposal (structure, status);
create index proposal_trial on proposal (trial_due_at) where status = 'TRIAL';
create index proposal_freed on proposal (freed_at) where freed_at is not null;

alter table excluded_pairing add column reason varchar(30);
alter table excluded_pairing add column excluded_by varchar(80);

create table replacement (
    pair varchar(80) primary key,
    need varchar(80) not null,
    line int not null,
    seat int not null
);
create index replacement_line on replacement (need, line);
comment on table replacement is 'Seats whose pair was interrupted.';

create table prematching (
    prematching varchar(80) primary key,
    need varchar(80) not null,
    line int not null,
    candidates json not null,
    asked_by varchar(80) not null,
    asked_at timestamptz not null,
    last_asked varchar(80),
    proposal varchar(80),
    ended varchar(20)
);
create index prematching_line on prematching (need, line) where ended is null;
create index prematching_proposal on prematching (proposal) where ended is null;
comment on table prematching is 'Seats kept for named mentors, who are asked one after the other.';

create table referent_pair (
    pair varchar(80) primary key,
    account varchar(80) not null,
    override varchar(30)
);
create index referent_pair_account on referent_pair (account);
comment on table referent_pair is 'Living pairs by who follows them.';

create table next_best_sought (
    proposal varchar(80) primary key
);
comment on table next_best_sought is 'Freed proposals whose seat has been offered again, or could not be: a memo, not a view.';

create table policy_version (
    version int primary key,
    content json not null,
    published_by varchar(80) not null,
    published_at timestamptz not null,
    active boolean not null,
    activated_by varchar(80),
    activated_at timestamptz
);
comment on table policy_version is 'Published versions of the policy; runs follow the active one.';

alter table matching_run add column input_gaps json;
alter table matching_run add column outcome json;
