# shellcheck shell=bash
# A PostgreSQL cluster for tests and benchmarks alone, which is gone afterwards. Sourced from the checkout's top level.
#
# It is found by FACTORY_TEST_PGHOST (a socket's folder that nobody else may enter: no password), FACTORY_TEST_PGPORT (of the
# socket, and of 127.0.0.1 where a password is asked for) and FACTORY_TEST_PGUSER (a superuser).

# shellcheck source=../Stack/native/messages.sh
source Stack/native/messages.sh
# shellcheck source=../Stack/native/folders.sh
source Stack/native/folders.sh
# shellcheck source=../Stack/native/cluster-place.sh
source Stack/native/cluster-place.sh

start_scratch_cluster() {
    CLUSTER_OWNER=$(id -un)
    ((EUID != 0)) || CLUSTER_OWNER=postgres
    scratch=$(mktemp -d /tmp/photo-factory-tests.XXXXXX)
    ((EUID != 0)) || chown "$CLUSTER_OWNER" "$scratch"
    trap stop_scratch_cluster EXIT
    CLUSTER_DATA=$scratch/data
    choose_binaries
    as_cluster_owner "$CLUSTER_BINARIES/initdb" --pgdata="$CLUSTER_DATA" --username=factory --auth-local=trust \
        --auth-host=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$scratch/initdb.log" 2>&1 ||
        refuse "The scratch database could not be created: $(tail -n 1 "$scratch/initdb.log")"
    export FACTORY_TEST_PGHOST=$scratch FACTORY_TEST_PGUSER=factory
    FACTORY_TEST_PGPORT=$(python3 Stack/native/free_port.py "")
    export FACTORY_TEST_PGPORT CLUSTER_OWNER CLUSTER_DATA CLUSTER_BINARIES
    # A cluster that is thrown away need not survive a power cut, unless that costs what is measured.
    local durability=(-c fsync=off -c full_page_writes=off -c synchronous_commit=off)
    [[ -z ${DURABLE:-} ]] || durability=()
    # In a session of its own: Ctrl-C is for the tests, which still need it to clean up.
    setsid Stack/native/factory-db.sh -c port="$FACTORY_TEST_PGPORT" -c unix_socket_directories="$scratch" \
        -c listen_addresses=127.0.0.1 -c max_connections=200 -c timezone=UTC \
        "${durability[@]}" >"$scratch/server.log" 2>&1 &
    server=$!
    await_scratch_cluster
}

await_scratch_cluster() {
    local _
    for _ in {1..150}; do
        ! "$CLUSTER_BINARIES/pg_isready" --quiet --host="$FACTORY_TEST_PGHOST" --port="$FACTORY_TEST_PGPORT" || return 0
        kill -0 "$server" 2>/dev/null || break
        sleep 0.2
    done
    refuse "The scratch database did not start: $(tail -n 1 "$scratch/server.log")"
}

stop_scratch_cluster() {
    trap '' INT TERM
    # Immediately: nothing in it is worth a checkpoint.
    [[ -z ${server:-} ]] || { kill -QUIT "$server" && wait "$server"; } 2>/dev/null || true
    rm -rf -- "$scratch"
}
