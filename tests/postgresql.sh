#!/bin/sh
# A PostgreSQL of the tests' own, in artifacts/: nothing of it outlives "stop", and no network sees it.
#   tests/postgresql.sh start    prints the connection string that SENIM_TEST_POSTGRES is to hold
#   tests/postgresql.sh stop
set -eu
cd "$(dirname "$0")/.."
home=$PWD/artifacts/postgresql
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "PostgreSQL's server is not installed" >&2; exit 1; }

# The server refuses to run as root.
if [ "$(id -u)" = 0 ]; then
    as() { setpriv --reuid=postgres --regid=postgres --init-groups --reset-env "$@"; }
else
    as() { "$@"; }
fi

# The socket's path must be short (107 characters) and reachable for both accounts, wherever the repository lies.
data_file=$home/place
stop() {
    [ -f "$data_file" ] || return 0
    place=$(cat "$data_file")
    case $place in
        /tmp/senim-postgresql-*)
            if [ -f "$place/data/postmaster.pid" ]; then
                (cd "$place" && as "$bin/pg_ctl" stop -D "$place/data" -m immediate -w -t 30) >/dev/null 2>&1 || true
            fi
            rm -rf "$place" ;;
    esac
    rm -f "$data_file"
}

case ${1:-} in
    start)
        # One of a run that was killed.
        stop
        mkdir -p "$home"
        place=$(mktemp -d /tmp/senim-postgresql-XXXXXX)
        echo "$place" >"$data_file"
        [ "$(id -u)" != 0 ] || chown postgres:postgres "$place"
        chmod 711 "$place"
        cd "$place"
        as "$bin/initdb" -D "$place/data" -U senim -A trust -E UTF8 --locale=C.UTF-8 -N >"$home/initdb.log" 2>&1
        # Nobody mourns this data after a power cut; only the speed of the tests would suffer.
        as "$bin/pg_ctl" start -D "$place/data" -w -t 60 -l "$place/server.log" \
            -o "-c listen_addresses='' -c unix_socket_directories='$place' -c unix_socket_permissions=0777 -c fsync=off -c max_connections=200" \
            >"$home/start.log" 2>&1 || { cat "$place/server.log" >&2; exit 1; }
        echo "Host=$place;Username=senim;Database=postgres" ;;
    stop) stop ;;
    *) echo "usage: tests/postgresql.sh start | stop" >&2; exit 2 ;;
esac
