#!/bin/sh
# Run once, by the image, when the database server is first set up: the service's account and its database. It may do nothing else there.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -v password="$SENIM_DB_PASSWORD" <<'SQL'
CREATE ROLE senim LOGIN PASSWORD :'password';
CREATE DATABASE senim OWNER senim;
REVOKE CONNECT ON DATABASE senim FROM PUBLIC;
SQL
