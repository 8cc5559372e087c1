-- how pairs are accompanied: rebuilt from this service's own events
create table pair_care (
    pair          text primary key,
    introduced_on date,
    chased        boolean not null default false,
    probation_on  date
);

create table pair_check_in (
    pair        text not null,
    number      integer not null,
    side        text not null,
    due_on      date not null,
    answer_by   date not null,
    overdue     boolean not null default false,
    answered_on date,
    health      integer,
    themes      text[] not null default '{}',
    via         text,
    answered_at timestamptz,
    primary key (pair, side, number)
);

create table pair_alert (
    pair          text not null,
    kind          text not null,
    raised_on     date not null,
    since         date not null,
    measure       integer not null,
    policy        integer not null,
    snoozed_until date,
    resolved_on   date,
    outcome       text,
    done_at       timestamptz,
    recorded_at   timestamptz not null,
    primary key (pair, kind, recorded_at)
);
create index pair_alert_open on pair_alert (pair) where resolved_on is null;

-- what the team did for a pair: calls, and steps with its mentor
create table pair_effort (
    pair        text not null,
    event       text not null,
    kind        text not null,
    day         date not null,
    partner     text,
    reason      text,
    reached     boolean,
    step        text,
    actor       text not null,
    recorded_at timestamptz not null,
    primary key (pair, event)
);

-- the first day on which somebody has to look, over all open alerts; null = nobody has to
alter table pair add column alerts jsonb not null default '{}';
alter table pair add column alert_from date;
create index pair_alerted on pair (silent_since, pair) where status = 'LIVE' and alert_from is not null;
create index pair_alerted_in on pair (departement, silent_since, pair) where status = 'LIVE' and alert_from is not null;
create index pair_alerted_of on pair (referent, silent_since, pair) where status = 'LIVE' and alert_from is not null;
