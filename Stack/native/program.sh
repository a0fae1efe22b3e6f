#!/usr/bin/env bash
# Runs a program of ours on this checkout's factory, also while that is stopped: then the database runs for as long as
# the program does. Usage: program.sh NAME [ARGUMENT…]; paths begin at the checkout.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
# shellcheck source=messages.sh
source messages.sh
# shellcheck source=folders.sh
source folders.sh
# shellcheck source=only-one.sh
source only-one.sh
# shellcheck source=cluster-place.sh
source cluster-place.sh
# shellcheck source=cluster.sh
source cluster.sh
# shellcheck source=running-cluster.sh
source running-cluster.sh

start_cluster() {
    claim_run
    wait_for_earlier_services
    choose_cluster
    prepare_cluster
    export CLUSTER_OWNER CLUSTER_DATA CLUSTER_BINARIES
    # In a session of its own: Ctrl-C is for the command, which still needs it.
    setsid ./factory-db.sh >>"$LOGS/factory-db.log" 2>&1 &
    server=$!
    trap stop_cluster EXIT
}

stop_cluster() {
    trap '' INT TERM
    { kill -INT "$server" && wait "$server"; } 2>/dev/null || true
}

await_cluster() {
    local _
    for _ in {1..300}; do
        ! "$CLUSTER_BINARIES/pg_isready" --quiet || return 0
        kill -0 "$server" 2>/dev/null || break
        sleep 0.2
    done
    refuse "The database did not start: $(tail -n 1 "$LOGS/factory-db.log")"
}

program=$BINARIES/${1:?the name of the program}
shift
[[ -x $program ]] || refuse "${program##*/} is not built; make run builds it."
prepare_folders
if run_is_claimed; then
    use_running_cluster
    cd -- "$CHECKOUT"
    exec "$program" "$@"
fi
start_cluster
while [[ ! -s $CLUSTER_DATA/postmaster.pid ]] && kill -0 "$server" 2>/dev/null; do sleep 0.1; done
use_running_cluster
await_cluster
cd -- "$CHECKOUT"
"$program" "$@"
