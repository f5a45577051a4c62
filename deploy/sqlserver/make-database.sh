#!/bin/bash
# Makes what is missing of: the database, row versions for its readers, the service's account. May be run again at any time.
set -euo pipefail
for password in "$SENIM_DB_PASSWORD" "$SENIM_DB_ADMIN_PASSWORD"; do
    if [[ ! $password =~ ^[A-Za-z0-9_.-]+$ ]]; then
        echo "The passwords of the database are of A-Z a-z 0-9 _ . - alone (SENIM_DB_PASSWORD, SENIM_DB_ADMIN_PASSWORD)." >&2
        exit 1
    fi
done
export SQLCMDPASSWORD=$SENIM_DB_ADMIN_PASSWORD
exec /opt/mssql-tools18/bin/sqlcmd -S database -U sa -C -b -v Password="$SENIM_DB_PASSWORD" -i /sqlserver/make-database.sql
