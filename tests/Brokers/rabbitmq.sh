#!/bin/sh
# A RabbitMQ cluster of the tests' own: three nodes on loopback ports, nothing of which outlives "stop".
#   tests/Brokers/rabbitmq.sh start         prints the URIs that SENIM_TEST_RABBITMQ is to hold, comma-separated
#   tests/Brokers/rabbitmq.sh kill N        kills node N (1 to 3) without a word
#   tests/Brokers/rabbitmq.sh revive N      starts it again
#   tests/Brokers/rabbitmq.sh leader VHOST QUEUE  prints the number of the node that leads a queue
#   tests/Brokers/rabbitmq.sh vhost NAME    makes a virtual host, empty
#   tests/Brokers/rabbitmq.sh stop
set -eu
cd "$(dirname "$0")/../.."
note=$PWD/artifacts/rabbitmq-place
server=/usr/lib/rabbitmq/bin/rabbitmq-server
control=/usr/lib/rabbitmq/bin/rabbitmqctl
[ -x "$server" ] || { echo "RabbitMQ's server is not installed" >&2; exit 1; }

# Of a range that the system does not hand out by itself.
base=25670

# The server is run by its own account where there is one to change to.
if [ "$(id -u)" = 0 ]; then
    as() { setpriv --reuid=rabbitmq --regid=rabbitmq --init-groups --reset-env "$@"; }
else
    as() { "$@"; }
fi

with_node() {
    number=$1
    shift
    as env PATH="$PATH" HOME="$place" LANG=C.UTF-8 ERL_EPMD_PORT=$base ERL_EPMD_ADDRESS=127.0.0.1 \
        RABBITMQ_NODENAME="senim$number@localhost" RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 \
        RABBITMQ_NODE_PORT=$((base + number)) RABBITMQ_DIST_PORT=$((base + 10 + number)) \
        RABBITMQ_MNESIA_BASE="$place/data" RABBITMQ_LOG_BASE="$place/log" RABBITMQ_PID_FILE="$place/$number.pid" \
        RABBITMQ_CONFIG_FILE="$place/rabbitmq" RABBITMQ_ENABLED_PLUGINS_FILE="$place/plugins" \
        RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="+S 1:1 +sbwt none +sbwtdcpu none +sbwtdio none" \
        "$@"
}

launch() { with_node "$1" "$server" -detached >>"$place/log/start.log" 2>&1; }

wait_for() {
    tries=0
    # A node that has not yet told its name is not waited for by itself.
    until with_node "$1" "$control" await_startup --timeout 60 >>"$place/log/start.log" 2>&1; do
        tries=$((tries + 1))
        [ $tries -lt 60 ] || return 1
        sleep 1
    done
}

find_place() { place=$(cat "$note" 2>/dev/null) || { echo "no cluster runs" >&2; exit 1; }; }

kill_node() { [ ! -f "$place/$1.pid" ] || kill -KILL "$(cat "$place/$1.pid")" 2>/dev/null || true; }

stop() {
    [ -f "$note" ] || return 0
    place=$(cat "$note")
    case $place in
        /tmp/senim-rabbitmq-*)
            for number in 1 2 3; do kill_node $number; done
            pkill -KILL -f "epmd.*-port $base" 2>/dev/null || true
            rm -rf "$place" ;;
    esac
    rm -f "$note"
}

case ${1:-} in
    start)
        # One of a run that was killed.
        stop
        mkdir -p artifacts
        place=$(mktemp -d /tmp/senim-rabbitmq-XXXXXX)
        echo "$place" >"$note"
        mkdir "$place/data" "$place/log"
        printf '[].\n' >"$place/plugins"
        printf 'senim' >"$place/.erlang.cookie"
        chmod 400 "$place/.erlang.cookie"
        {
            echo 'cluster_formation.peer_discovery_backend = classic_config'
            for number in 1 2 3; do echo "cluster_formation.classic_config.nodes.$number = senim$number@localhost"; done
            # Of the disk of a test machine little may be free, and nothing here is kept.
            echo 'disk_free_limit.absolute = 50MB'
            echo 'loopback_users.guest = true'
        } >"$place/rabbitmq.conf"
        [ "$(id -u)" != 0 ] || chown -R rabbitmq:rabbitmq "$place"
        as env PATH="$PATH" HOME="$place" epmd -daemon -address 127.0.0.1 -port $base
        for number in 1 2 3; do launch $number; done
        for number in 1 2 3; do wait_for $number || { tail -n 20 "$place"/log/*.log >&2; exit 1; }; done
        echo "amqp://guest:guest@127.0.0.1:$((base + 1)),amqp://guest:guest@127.0.0.1:$((base + 2)),amqp://guest:guest@127.0.0.1:$((base + 3))" ;;
    kill) find_place; kill_node "$2" ;;
    revive) find_place; launch "$2"; wait_for "$2" ;;
    leader)
        find_place
        for number in 1 2 3; do
            with_node $number "$control" --silent list_queues -p "$2" --formatter csv name leader 2>/dev/null \
                | tr -d '"\r' | sed -n "s/^$3,senim\([123]\)@.*/\1/p" | grep . && exit 0
        done
        exit 1 ;;
    vhost)
        find_place
        with_node 1 "$control" --silent add_vhost "$2"
        with_node 1 "$control" --silent set_permissions -p "$2" guest '.*' '.*' '.*' ;;
    stop) stop ;;
    *) echo "usage: tests/Brokers/rabbitmq.sh start | kill N | revive N | leader VHOST QUEUE | vhost NAME | stop" >&2; exit 2 ;;
esac
