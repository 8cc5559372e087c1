create table waiting_line (
    need varchar(80) not null,
    line int not null,
    structure varchar(80) not null,
    departement varchar(10) not null,
    priority_audience varchar(20) not null,
    level_band varchar(20) not null,
    profile json not null,
    declared_on date not null,
    seats int not null,
    open boolean not null,
    primary key (need, line)
);
comment on table waiting_line is 'Lines of qualified needs with their number of seats.';
create index waiting_line_departement on waiting_line (departement) where open;

create table used_seat (
    need varchar(80) not null,
    line int not null,
    seat int not null,
    proposal varchar(80) not null,
    primary key (need, line, seat)
);
comment on table used_seat is 'Seats that a proposal or a pair holds.';

create table excluded_pairing (
    need varchar(80) not null,
    line int not null,
    mentor varchar(80) not null,
    primary key (need, line, mentor)
);
comment on table excluded_pairing is 'Declined or interrupted: not proposed again.';

create table mentor_load (
    mentor varchar(80) primary key,
    profile json not null,
    capacity int not null,
    open boolean not null
);
comment on table mentor_load is 'Active mentors: what they offer, without who they are.';

create table proposal (
    proposal varchar(80) primary key,
    need varchar(80) not null,
    line int not null,
    seat int not null,
    mentor varchar(80) not null,
    structure varchar(80) not null,
    referent varchar(80) not null,
    departement varchar(10) not null,
    academie varchar(10) not null,
    level_band varchar(20) not null,
    priority_audience varchar(20) not null,
    need_declared_on date not null,
    origin varchar(10) not null,
    run varchar(80),
    manual_reason varchar(30),
    policy_version int not null,
    score int not null,
    proposed_at timestamptz not null,
    expires_at timestamptz not null,
    status varchar(10) not null,
    declined_side varchar(20),
    decline_reason varchar(20),
    pair varchar(80),
    confirmed_by varchar(80),
    confirmed_at timestamptz
);
create index proposal_departement on proposal (departement, status);
create index proposal_mentor on proposal (mentor, status);

create table explanation (
    proposal varchar(80) primary key,
    content json not null
);
comment on table explanation is 'Why this mentor for this place: codes and numbers; the page finds the words.';

create table matching_run (
    run varchar(80) primary key,
    policy_version int not null,
    seed bigint not null,
    input_position bigint not null,
    seats int not null,
    capacity int not null,
    started_at timestamptz not null,
    proposals int,
    refused int
);
