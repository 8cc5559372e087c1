-- pairs as they stand: rebuilt from this service's own events
create table pair (
    pair                  text primary key,
    proposal              text not null,
    need                  text not null,
    line                  integer not null,
    seat                  integer not null,
    mentor                text not null,
    structure             text not null,
    referent              text not null,
    departement           text not null,
    academie              text not null,
    level_band            text not null,
    priority_audience     text not null,
    need_declared_on      date not null,
    opened_on             date not null,
    first_contact_due_at  timestamptz not null,
    first_contact_on      date,
    first_contact_overdue boolean not null,
    status                text not null,
    ended_on              date
);
create index pair_by_referent on pair (referent) where status = 'LIVE';
create index pair_by_departement on pair (departement) where status = 'LIVE';
create index pair_by_mentor on pair (mentor);
create index pair_by_structure on pair (structure);

create table pair_fact (
    pair        text not null,
    fact        text not null,
    kind        text not null,
    day         date not null,
    side        text,
    minutes     integer,
    channel     text,
    flag        boolean,
    reason      text,
    role        text not null,
    recorded_at timestamptz not null,
    event       text not null, -- id of the event that told it
    primary key (pair, fact)
);

-- what was taken back at once, so that asked again it is told to be
create table pair_undone (
    event       text primary key,
    pair        text not null,
    what        text not null,
    departement text not null,
    referent    text not null
);

-- what other services told: fed by the inbox, each event once
create table known_structure (
    structure   text primary key,
    uai         text not null,
    kind        text not null,
    departement text not null,
    verified    boolean not null
);

create table known_need (
    need              text primary key,
    structure         text not null,
    departement       text not null,
    priority_audience text not null,
    declared_on       date not null,
    referent          text,
    status            text not null
);
create index known_need_to_call on known_need (departement) where status = 'DECLARED';

create table known_need_line (
    need        text not null references known_need on delete cascade,
    line        integer not null,
    level_band  text not null,
    places      integer not null,
    family_link boolean not null,
    primary key (need, line)
);

create table known_attempt (
    event       text primary key,
    need        text not null,
    reached     boolean not null,
    occurred_on date not null
);
create index known_attempt_by_need on known_attempt (need);

create table known_proposal (
    proposal    text primary key,
    need        text not null,
    line        integer not null,
    seat        integer not null,
    mentor      text not null,
    score       integer not null,
    expires_at  timestamptz not null,
    status      text not null,
    accepted_on date
);
create index known_proposal_open on known_proposal (need) where status in ('WAITING', 'ACCEPTED');

create table known_mentor (
    mentor      text primary key,
    withdrew_on date not null
);

-- adults' identity that this service owns: display names of the staff, sealed, erasable by row
create table staff_member (
    account     text primary key,
    -- null = this person wants to be named nowhere
    sealed_name text,
    updated_at  timestamptz not null
);
