-- Addresses at which partners are told what becomes of the needs that they declared. No person, no name.
create table webhook (
    webhook text primary key,
    partner text not null,
    url text not null,
    kinds text[] not null,
    secret_sealed text not null,
    created_at timestamptz not null,
    wakes int not null default 0,
    failures int not null default 0,
    failing_since timestamptz,
    next_at timestamptz,
    paused_at timestamptz,
    unique (partner, url)
);
comment on column webhook.secret_sealed is 'Signs what is sent there; shown once, when it was made.';
create table webhook_delivery (
    number bigint generated always as identity primary key,
    webhook text not null references webhook on delete cascade,
    fact text not null,
    kind text not null,
    told_at timestamptz not null,
    content text not null,
    attempts int not null default 0,
    last_at timestamptz,
    last_status int,
    delivered_at timestamptz,
    unique (webhook, fact)
);
comment on table webhook_delivery is 'What is told to partners, in the transaction in which it was heard; ids, codes, numbers and dates only.';
comment on column webhook_delivery.last_status is '0 where nothing was answered.';
create index webhook_waiting on webhook_delivery (webhook, number) where delivered_at is null;
