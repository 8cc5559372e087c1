-- a login that Keycloak refuses to remove is tried again after the others
alter table account_removal add column tried_at timestamptz;
