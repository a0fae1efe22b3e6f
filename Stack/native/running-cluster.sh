# shellcheck shell=bash
# How to reach the database of the run that is up. Sourced, after folders.sh and cluster-place.sh.

# Sets libpq's variables; ends the script when no database runs.
use_running_cluster() {
    choose_cluster
    [[ -f $CLUSTER_DATA/postmaster.pid ]] || refuse "The database is not running; start it with make run."
    # Whose room on the disk the monitor watches.
    export DATABASE_FOLDER=${DATABASE_FOLDER:-$CLUSTER_DATA}
    export PGHOST=$CLUSTER_SOCKET PGUSER=factory PGDATABASE=photo_factory PGPASSFILE="$APP_DATA/factory-db-pgpass"
    # Line 4 of PostgreSQL's pid file is the port.
    PGPORT=$(sed -n 4p "$CLUSTER_DATA/postmaster.pid")
    export PGPORT
}
