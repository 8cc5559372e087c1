#!/bin/bash
# Fits the realm to this installation, then runs Keycloak, which imports it if it has none yet.
# An address that is not this machine gets no account of the demonstration, and nothing that is public.
# Only bash: the image has no sed and no curl.
set -eu

home=${KEYCLOAK_HOME:-/opt/keycloak}
port=${KC_HTTP_PORT:-8080}

here() {
    [[ $1 =~ ^https?://(localhost|127(\.[0-9]+){3}|\[::1\])(:[0-9]+)?/?$ ]]
}

# What a reader of the source code knows: the rule of PublicDefaults, in its words.
public() {
    case $1 in
        '' | *-local-secret | *development-only* | admin | demo | keycloak | postgres) return 0 ;;
        *) return 1 ;;
    esac
}

demonstration=true
for origin in "$PUBLIC_ORIGIN" "$KC_HOSTNAME"; do
    here "$origin" || demonstration=
done

if [ -z "$demonstration" ]; then
    refused=
    for name in GATEWAY_CLIENT_SECRET {NEEDS,MENTOR,FOLLOWUP}_ACCOUNTS_CLIENT_SECRET \
        KC_DB_PASSWORD KC_BOOTSTRAP_ADMIN_PASSWORD; do
        if public "${!name:-}"; then
            echo "refusing to start: $name is empty or can be read in the source code, and this installation" \
                "is reached from elsewhere ($PUBLIC_ORIGIN); give it a value of your own" >&2
            refused=true
        fi
    done
    case ${MAIL_HOST:-} in
        '' | localhost | 127.* | ::1 | '[::1]' | mail | mailpit)
            echo "refusing to start: MAIL_HOST names no mail server (${MAIL_HOST:-}), and this installation is" \
                "reached from elsewhere ($PUBLIC_ORIGIN); nobody would be told anything" >&2
            refused=true
            ;;
    esac
    [ -z "$refused" ] || exit 1
fi

# The realm, for a person at this machine with the accounts of the demonstration: each file there is
# named after the list that it goes into.
origin=http://localhost:8080
realm=$(<"$home/realm/mentorat-realm.json")
if [ -n "$demonstration" ]; then
    for file in "$home"/realm/demonstration/*.json; do
        list=${file##*/}
        list=$'\n  "'${list%.json}$'": ['
        entries=$(<"$file")
        entries=${entries#[}
        realm=${realm/"$list"/"$list${entries%]},"}
    done
fi
# Keycloak itself calls this address, from inside the network of the containers
realm=${realm//"$origin/logout/connect/"/"$GATEWAY_INTERNAL/logout/connect/"}
realm=${realm//"$origin"/"$PUBLIC_ORIGIN"}
# letters of the login leave by the same server as those of the services
realm=${realm/'"host": "localhost"'/"\"host\": \"${MAIL_HOST:-localhost}\""}
realm=${realm/'"port": "19025"'/"\"port\": \"${MAIL_PORT:-19025}\""}
realm=${realm/ne-pas-repondre@mentorat.invalid/"${MAIL_FROM:-ne-pas-repondre@mentorat.invalid}"}
if [ -n "${MAIL_USER:-}" ]; then
    realm=${realm/'"auth": "false"'/"\"auth\": \"true\", \"user\": \"$MAIL_USER\", \"password\": \"$MAIL_PASSWORD\""}
fi
if [ "${MAIL_TLS:-false}" = true ]; then
    realm=${realm/'"starttls": "false"'/'"starttls": "true"'}
fi
# who is in the team proves it twice, wherever the installation is reached from elsewhere
if [ -z "$demonstration" ]; then
    realm=${realm/'"browserFlow": "browser"'/'"browserFlow": "mentorat-browser"'}
fi
realm=${realm//gateway-local-secret/"$GATEWAY_CLIENT_SECRET"}
realm=${realm//needs-service-local-secret/"$NEEDS_ACCOUNTS_CLIENT_SECRET"}
realm=${realm//mentor-service-local-secret/"$MENTOR_ACCOUNTS_CLIENT_SECRET"}
realm=${realm//followup-service-local-secret/"$FOLLOWUP_ACCOUNTS_CLIENT_SECRET"}

umask 077
mkdir -p "$home/data/import"
printf '%s' "$realm" >"$home/data/import/mentorat-realm.json"

# answer PATH FORM: the first line and the body of what this server says
answer() {
    local line
    exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
    printf 'POST %s HTTP/1.0\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %s\r\n\r\n%s' \
        "$1" "${#2}" "$2" >&3
    while IFS= read -r line <&3 || [ -n "$line" ]; do printf '%s\n' "$line"; done
    exec 3>&-
}

# The realm is imported once: one of before, for this machine alone, would keep its accounts.
refuse_accounts_of_before() {
    local said
    while kill -0 $$ 2>/dev/null; do
        said=$(answer /realms/mentorat/protocol/openid-connect/token \
            'grant_type=password&client_id=mentorat-cli&username=nobody&password=nothing' 2>/dev/null) || said=
        case $said in
            *invalid_client* | *'Invalid client'*) return ;;
            *invalid_grant*)
                echo "refusing to run: the accounts of the demonstration are in this database, and this" \
                    "installation is reached from elsewhere ($PUBLIC_ORIGIN); start with an empty database" >&2
                kill $$
                return
                ;;
        esac
        sleep 1
    done
}

# The realm of Keycloak itself is not imported: guessing the administrator's password is slowed down there too.
protect_administrator() {
    local tool=$home/bin/kcadm.sh settings=/tmp/kcadm.config
    [ -x "$tool" ] || return 0
    until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
        kill -0 $$ 2>/dev/null || return 0
        sleep 1
    done
    JAVA_OPTS=-Xmx64m KC_CLI_PASSWORD=$KC_BOOTSTRAP_ADMIN_PASSWORD "$tool" config credentials --config "$settings" \
        --server "http://127.0.0.1:$port" --realm master --user "$KC_BOOTSTRAP_ADMIN_USERNAME" >/dev/null 2>&1 &&
        JAVA_OPTS=-Xmx64m "$tool" update realms/master --config "$settings" -s bruteForceProtected=true \
            -s failureFactor=10 -s waitIncrementSeconds=60 -s maxFailureWaitSeconds=900 >/dev/null 2>&1 ||
        echo "the realm master could not be protected against guessed passwords: the administrator is no longer" \
            "the one of KC_BOOTSTRAP_ADMIN_USERNAME; see to it in the console" >&2
    rm -f "$settings"
}

[ -n "$demonstration" ] || refuse_accounts_of_before &
protect_administrator &
exec "$home/bin/kc.sh" start --optimized --import-realm
