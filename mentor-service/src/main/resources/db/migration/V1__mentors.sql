-- The only personal data of this service. Each column but the hashes is sealed (AES-256-GCM, bound to its row). Several
-- people may share a mailbox, and who has none is known by the telephone: one row per name under an address.
create table mentor_identity (
    mentor     text primary key,
    email_hash text not null,
    name_hash  text not null,
    first_name_sealed text not null,
    last_name_sealed  text not null,
    email_sealed      text not null,
    phone_sealed      text not null,
    constraint mentor_identity_once unique (email_hash, name_hash)
);
comment on column mentor_identity.email_hash is 'Keyed hash of the address, or of the telephone of who has none.';
comment on column mentor_identity.email_sealed is 'An empty text, sealed, of who has no address.';

create table contact_access (
    mentor      text        not null,
    account     text        not null,
    role        text        not null,
    accessed_at timestamptz not null
);
create index on contact_access (mentor);

-- Read model: can be dropped and rebuilt from the events.
create table mentor_row (
    mentor           text primary key,
    status           text    not null,
    origin           text    not null,
    adult            boolean not null,
    departement      text    not null,
    applied_on       date    not null,
    anywhere         boolean not null default false,
    offer            text,
    screened_on      date,
    refusal          text,
    authorised_on    date,
    proof_kind       text,
    proof_issued_on  date,
    proof_expires_on date,
    charter          integer not null default 0,
    modules          text[]  not null default '{}',
    account          text,
    activated_on     date,
    withdrew_on      date,
    withdrawal       text
);
create index on mentor_row (status, applied_on);

-- When the interview of who waits for one is. Read model: can be dropped and rebuilt from the events.
create table interview (
    mentor    text primary key,
    led_by    text          not null,
    moments   timestamptz[] not null default '{}',
    at        timestamptz,
    missed_on date
);

-- Who has which moment of whom leads interviews; written by the deciding act, of two the first has it.
create table interview_seat (
    led_by text        not null,
    at     timestamptz not null,
    mentor text        not null,
    primary key (led_by, at)
);
create index on interview_seat (mentor);

-- An application as it was sent, sealed, for as long as whoever sent it may mend the address. What a mentor became is
-- found by its id; of somebody who was known already there is none.
create table recent_application (
    receipt        text        primary key,
    mentor         text        not null unique,
    content_sealed text        not null,
    expires_at     timestamptz not null
);
