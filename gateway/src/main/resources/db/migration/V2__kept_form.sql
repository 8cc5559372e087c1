-- Forms that met an ended session, for a day: id is drawn, browser the SHA-256 of a cookie, account a pseudonymous id;
-- form (address, type, content) is sealed (AES-256-GCM, bound
-- to id); an open one was going where nobody needs a login.
create table gateway_kept_form (
    id      bytea       primary key,
    browser bytea       not null,
    account text        not null,
    open    boolean     not null,
    form    bytea       not null,
    kept_at timestamptz not null
);
create index gateway_kept_form_account on gateway_kept_form (account, browser);
create index gateway_kept_form_kept_at on gateway_kept_form (kept_at);

-- An ended session of somebody leaves for a day which account it was, without its tokens: a form that comes too late is
-- kept for that account and no other.
alter table gateway_session alter column attributes drop not null;
