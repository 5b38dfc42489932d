#!/bin/sh
# Run by the image of PostgreSQL at its first start, on an empty volume: two databases, three roles, as the demo makes them.
# Passwords reach psql by its environment and never stand in an argument list; psql itself quotes whatever they hold.
set -eu
psql --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv owner VEDETTE_DB_OWNER_PASSWORD
\getenv app VEDETTE_DB_PASSWORD
\getenv keycloak KC_DB_PASSWORD
set password_encryption = 'scram-sha-256';
create role hub_owner login nosuperuser nocreatedb nocreaterole nobypassrls noreplication connection limit 60 password :'owner';
create role hub_app login nosuperuser nocreatedb nocreaterole nobypassrls noreplication connection limit 60 password :'app';
create role keycloak login nosuperuser nocreatedb nocreaterole nobypassrls noreplication connection limit 60 password :'keycloak';
create database vedette owner hub_owner;
create database keycloak owner keycloak;
revoke all on database vedette from public;
revoke all on database keycloak from public;
grant connect on database vedette to hub_app;
SQL
