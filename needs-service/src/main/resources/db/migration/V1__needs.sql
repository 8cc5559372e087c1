-- read models: rebuilt from the events at any time
create table structure (
    structure       text primary key,
    uai             text    not null unique,
    kind            text    not null,
    departement     text    not null,
    academie        text    not null,
    commune         text    not null,
    source          text    not null,
    priority_status text    not null default 'NONE',
    verified        boolean not null default false
);

create table need (
    need              text primary key,
    reference         text        not null,
    structure         text        not null,
    departement       text        not null,
    priority_audience text        not null,
    origin            text        not null,
    declared_on       date        not null,
    declared_at       timestamptz not null,
    status            text        not null,
    referent          text,
    assigned_on       date,
    last_attempt_on   date,
    qualified_on      date,
    withdrawal_reason text
);
create index need_by_structure on need (structure);
create index need_by_departement on need (departement, status);
create index need_by_reference on need (reference);

create table need_line (
    need    text not null,
    line    int  not null,
    count   int  not null,
    profile json not null,
    primary key (need, line)
);

-- what matching-service told, by proposal
create table need_proposal (
    proposal text primary key,
    need     text not null,
    line     int  not null,
    seat     int  not null,
    state    text not null
);
create index need_proposal_by_need on need_proposal (need);

-- names of institutions: of the directory, or checked by the team; everybody may read them
create table structure_name (
    structure text primary key,
    name      text not null,
    commune   text not null,
    -- of the directory as a whole, where a school may bear a person's name alone
    published boolean not null
);

-- personal data: sealed, erasable, never in an event
create table contact (
    need         text primary key,
    name_sealed  text        not null,
    email_sealed text        not null,
    phone_sealed text        not null,
    -- what the contact calls a structure that the directory does not know
    structure_name_sealed    text,
    structure_commune_sealed text,
    kept_at      timestamptz not null
);

-- needs that came from a file: what a file says a second time is found here
create table imported_need (
    number    bigint generated always as identity,
    structure text not null,
    need      text primary key
);
create index on imported_need (structure, number);

create table contact_access (
    id          bigint generated always as identity primary key,
    need        text        not null,
    account     text        not null,
    role        text        not null,
    accessed_at timestamptz not null
);

create table note (
    need        text primary key,
    text_sealed text not null,
    delete_on   date not null
);

create table staff_name (
    account     text primary key,
    name_sealed text not null
);

-- the public form between its steps; content is gone once it is sent
create table draft (
    draft          text primary key,
    content_sealed text,
    need           text,
    expires_at     timestamptz not null
);
