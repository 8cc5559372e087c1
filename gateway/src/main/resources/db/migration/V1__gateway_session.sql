-- Sessions of the gateway. id is the SHA-256 of the cookie; attributes are sealed (AES-256-GCM, bound to id).
create table gateway_session (
    id          bytea       primary key,
    sid         text,
    account     text,
    attributes  bytea       not null,
    created     timestamptz not null,
    last_access timestamptz not null,
    expires     timestamptz not null
);
create index gateway_session_sid on gateway_session (sid);
create index gateway_session_expires on gateway_session (expires);
