-- What all gateways count together, by the minute. id is a keyed hash of the limit, of who is counted and of the minute:
-- no address stands here, and two minutes of one visitor have nothing in common.
create table gateway_count (
    id     bytea       primary key,
    count  integer     not null,
    minute timestamptz not null
);
create index gateway_count_minute on gateway_count (minute);

-- Limits that differ from the settings of the gateways, from the next look on (5 s): client, account, links, forms, same-form.
create table gateway_limit (
    policy     text    primary key check (policy in ('client', 'account', 'links', 'forms', 'same-form')),
    per_minute integer not null check (per_minute > 0)
);

-- Gateways that live: each lets through its part of what one address and one account may ask.
create table gateway_alive (
    id   uuid        primary key,
    seen timestamptz not null
);
