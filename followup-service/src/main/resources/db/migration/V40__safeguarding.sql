-- worries as they stand, and what happened to each: can be dropped and rebuilt from the events
create table concern (
    concern        text primary key,
    worry          text        not null,
    side           text        not null,
    by_telephone   boolean     not null,
    pair           text,
    need           text,
    mentor         text,
    structure      text,
    departement    text,
    raiser         text        not null,
    raised_at      timestamptz not null,
    status         text        not null,
    answer_by      timestamptz not null,
    level          integer     not null,
    taken_by       text,
    taken_at       timestamptz,
    protected_on   date,
    closed_on      date,
    closure        text,
    keep_until     date,
    text_erased_on date
);
create index concern_open on concern (departement, raised_at, concern) where status <> 'CLOSED';
create index concern_by_raiser on concern (raiser, raised_at);
create index concern_by_mentor on concern (mentor) where mentor is not null;

create table concern_fact (
    concern     text        not null,
    position    bigint      not null,
    kind        text        not null,
    code        text        not null,
    actor       text        not null,
    role        text        not null,
    recorded_at timestamptz not null,
    primary key (concern, position)
);

-- what somebody typed: sealed with keys of its own, bound to its row, erased when its time is over; not rebuilt
create table concern_text (
    concern     text primary key,
    text_sealed text not null
);

-- who was shown it, once a day
create table concern_reading (
    concern text not null,
    reader  text not null,
    role    text not null,
    read_on date not null,
    primary key (concern, reader, read_on)
);
create trigger concern_reading_append_only before update or delete on concern_reading
    for each row execute function refuse_change();

-- where a mentor is whom no pair tells of, whether she or he was erased, and since when nothing is proposed to protect somebody
alter table known_mentor
    add column departement text,
    add column erased boolean not null default false,
    add column held_since date,
    add column excluded_on date;
drop index known_mentor_alarm;
alter table known_mentor drop column alarm;
alter table known_mentor add column alarm boolean not null
    generated always as (withdrew_on is not null or proof_expired_on is not null or in_review_since is not null
        or held_since is not null) stored;
create index known_mentor_alarm on known_mentor (mentor) where alarm;

-- whether the contact of a need was erased: what was typed for the structure goes too
alter table known_need add column contact_erased boolean not null default false;
create index concern_by_need on concern (need) where need is not null;
