#!/bin/bash
# One database and one role of the same name for each owner of data; no role may enter the database of
# another. A service has a second role, which migrates and owns what may only be appended to. The image of
# PostgreSQL runs this once, when its volume is still empty; run again, it makes what is missing.
set -e

sql() {
    PGOPTIONS="-c client_min_messages=warning" psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 "$@" --username "${POSTGRES_USER:-postgres}"
}

role() {
    sql -v name="$1" -v password="$2" --dbname postgres <<'SQL'
select format('create role %I login', :'name') where to_regrole(:'name') is null \gexec
alter role :"name" password :'password';
SQL
}

# create NAME PASSWORD: its only role owns it
create() {
    role "$1" "$2"
    own "$1" "$1"
}

# service NAME PASSWORD PASSWORD_OF_THE_OWNER
service() {
    role "$1" "$2"
    role "$1_owner" "$3"
    sql -v name="$1" -v owner="$1_owner" --dbname postgres <<'SQL'
grant :"name" to :"owner";
SQL
    own "$1" "$1_owner"
    # all that a database of before has in it passes to the owner; the next migration shares it out
    sql -v name="$1" -v owner="$1_owner" --dbname "$1" <<'SQL'
select format('reassign owned by %I to %I', :'name', :'owner')
from pg_database where datname = :'name' and datdba = to_regrole(:'name') \gexec
grant connect, temporary, create on database :"name" to :"name";
SQL
}

own() {
    sql -v name="$1" -v owner="$2" --dbname postgres <<'SQL'
select format('create database %I owner %I', :'name', :'owner')
where not exists (select from pg_database where datname = :'name') \gexec
revoke connect, temporary on database :"name" from public;
SQL
}

service needs "${NEEDS_DB_PASSWORD:?}" "${NEEDS_DB_OWNER_PASSWORD:?}"
service mentor "${MENTOR_DB_PASSWORD:?}" "${MENTOR_DB_OWNER_PASSWORD:?}"
service matching "${MATCHING_DB_PASSWORD:?}" "${MATCHING_DB_OWNER_PASSWORD:?}"
service followup "${FOLLOWUP_DB_PASSWORD:?}" "${FOLLOWUP_DB_OWNER_PASSWORD:?}"
service reporting "${REPORTING_DB_PASSWORD:?}" "${REPORTING_DB_OWNER_PASSWORD:?}"
create gateway "${GATEWAY_DB_PASSWORD:?}"
create keycloak "${KEYCLOAK_DB_PASSWORD:?}"
