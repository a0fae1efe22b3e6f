#!/usr/bin/env bash
# Opens psql on the database of the run that is up. Usage: psql.sh [ARGUMENT…]
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
# shellcheck source=messages.sh
source messages.sh
# shellcheck source=folders.sh
source folders.sh
# shellcheck source=cluster-place.sh
source cluster-place.sh

choose_cluster
[[ -f $CLUSTER_DATA/postmaster.pid ]] || refuse "The database is not running; start it with make run."
# Line 4 of PostgreSQL's pid file is the port.
export PGHOST=$CLUSTER_SOCKET PGUSER=factory PGDATABASE=photo_factory PGPASSFILE="$APP_DATA/factory-db-pgpass"
PGPORT=$(sed -n 4p "$CLUSTER_DATA/postmaster.pid")
export PGPORT
exec "$CLUSTER_BINARIES/psql" "$@"
