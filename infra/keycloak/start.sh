#!/bin/bash
# Fits the realm to this installation, then runs Keycloak, which imports it if it has none yet.
# Only bash: the image has no sed.
set -eu

origin=http://localhost:8080
realm=$(</opt/keycloak/realm/mentorat-realm.json)
# Keycloak itself calls this address, from inside the network of the containers
realm=${realm//"$origin/logout/connect/"/"$GATEWAY_INTERNAL/logout/connect/"}
realm=${realm//"$origin"/"$PUBLIC_ORIGIN"}
realm=${realm//gateway-local-secret/"$GATEWAY_CLIENT_SECRET"}
realm=${realm//mentor-service-local-secret/"$ACCOUNTS_CLIENT_SECRET"}

mkdir -p /opt/keycloak/data/import
printf '%s' "$realm" >/opt/keycloak/data/import/mentorat-realm.json
exec /opt/keycloak/bin/kc.sh start --optimized --import-realm
