#!/usr/bin/env bash
# Runs the factory from this checkout until Ctrl-C: packages, binaries, database, services.
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
# shellcheck source=follow.sh
source follow.sh
# shellcheck source=supervise.sh
source supervise.sh

# What the services read. Whatever else of libpq's the caller's environment holds is meant for other databases.
export_environment() {
    local name
    for name in "${!PG@}"; do unset "$name"; done
    export PGHOST=$CLUSTER_SOCKET PGPORT=$CLUSTER_PORT PGUSER=factory PGDATABASE=photo_factory
    export PGPASSWORD_FILE=$CLUSTER_PASSWORD_FILE
    # Whose room on the disk the monitor watches.
    export DATABASE_FOLDER=${DATABASE_FOLDER:-$CLUSTER_DATA}
    export DASHBOARD_LOGS=${DASHBOARD_LOGS:-$LOGS}
    export GEOCODER_PLACES=${GEOCODER_PLACES:-$CHECKOUT/.build/places/places.bin}
    # For the supervisor, which starts no backup that has nowhere to go.
    export HAS_BACKUP_TARGET=false
    [[ -z ${BACKUP_TARGET:-} ]] || HAS_BACKUP_TARGET=true
    export CLUSTER_OWNER CLUSTER_DATA CLUSTER_BINARIES BINARIES SERVICES_LOCK
    FACTORY_USER=$(id -un)
    export FACTORY_USER
}

prepare_folders
claim_run
./packages.sh build run
./build-release.sh
# Made once; a machine that cannot reach PyPI does without names of places until it can.
../places/build-places.sh || true
wait_for_earlier_services
choose_cluster
prepare_cluster
export_environment
outcome=0
supervise || outcome=$?
# After an orderly stop there is nothing to do here; after a supervisor that was killed there may be.
wait_for_earlier_services
stop_leftover_cluster
[[ $CLUSTER_SOCKET == "$CLUSTER_HOME"/* ]] || rmdir -- "$CLUSTER_SOCKET" 2>/dev/null || true
say "Photo Factory has stopped; nothing of it is left running."
exit "$outcome"
