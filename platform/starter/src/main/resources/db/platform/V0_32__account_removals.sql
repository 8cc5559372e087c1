-- logins that must go: asked for in the transaction that erases the person, done as soon as Keycloak answers
create table account_removal (
    account      text primary key,
    requested_at timestamptz not null,
    tried_at     timestamptz
);
comment on column account_removal.tried_at is 'A login that Keycloak refuses to remove is tried again after the others.';
