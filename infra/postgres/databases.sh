#!/bin/bash
# One database and one role of the same name for each owner of data; no role may enter the database of
# another. The image of PostgreSQL runs this once, when its volume is still empty.
set -e

create() {
    psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 -v name="$1" -v password="$2" \
        --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect, temporary on database :"name" from public;
SQL
}

create needs "${NEEDS_DB_PASSWORD:?}"
create mentor "${MENTOR_DB_PASSWORD:?}"
create matching "${MATCHING_DB_PASSWORD:?}"
create followup "${FOLLOWUP_DB_PASSWORD:?}"
create reporting "${REPORTING_DB_PASSWORD:?}"
create gateway "${GATEWAY_DB_PASSWORD:?}"
create keycloak "${KEYCLOAK_DB_PASSWORD:?}"
