# shellcheck shell=bash
# Who owns the private PostgreSQL cluster and where it lives. Sourced, after folders.sh.

# Sets CLUSTER_OWNER, CLUSTER_HOME, CLUSTER_DATA, CLUSTER_SOCKET and CLUSTER_BINARIES.
# A cluster that exists decides by itself; else root hands it to the user postgres (PostgreSQL refuses to run as root).
choose_cluster() {
    local elsewhere
    elsewhere=/var/lib/photo-factory/$(checkout_id)
    CLUSTER_OWNER=$(id -un)
    CLUSTER_HOME=$APP_DATA
    if ((EUID == 0)); then
        if [[ ! -f $APP_DATA/factory-db-data/PG_VERSION ]] && { [[ -f $elsewhere/factory-db-data/PG_VERSION ]] || ! fits_here; }; then
            CLUSTER_HOME=$elsewhere
        fi
        CLUSTER_OWNER=$(owner_of_cluster)
    fi
    CLUSTER_DATA=$CLUSTER_HOME/factory-db-data
    check_owner
    choose_socket_folder
    choose_binaries
}

checkout_id() { printf '%s' "$CHECKOUT" | sha256sum | cut -c 1-16; }

# Runs a command as the user who owns the cluster, from a folder that everybody may enter.
as_cluster_owner() {
    local become=()
    ((EUID != 0)) || become=(setpriv --reuid "$CLUSTER_OWNER" --regid "$(id -g "$CLUSTER_OWNER")" --init-groups --)
    (cd / && "${become[@]}" "$@")
}

# Whether the user postgres can enter the checkout (not so under /root) and a socket's path fits there.
fits_here() {
    local socket_path="$APP_DATA/factory-db-socket/.s.PGSQL.65535.lock"
    ((${#socket_path} <= 107)) && CLUSTER_OWNER=postgres as_cluster_owner test -x "$APP_DATA"
}

# A cluster that another user made before root came along stays that user's.
owner_of_cluster() {
    local owner=root
    [[ ! -d $CLUSTER_HOME/factory-db-data ]] || owner=$(stat -c %U -- "$CLUSTER_HOME/factory-db-data")
    if [[ $owner == root ]]; then echo postgres; else echo "$owner"; fi
}

check_owner() {
    [[ ! -d $CLUSTER_DATA ]] || as_cluster_owner test -r "$CLUSTER_DATA/." ||
        refuse "The database in $CLUSTER_DATA belongs to the user $(stat -c %U -- "$CLUSTER_DATA"), and $CLUSTER_OWNER cannot read it."
}

# A socket's path is limited to 107 bytes, so a checkout deep down keeps its socket under /tmp, in a folder of its own.
choose_socket_folder() {
    CLUSTER_SOCKET=$CLUSTER_HOME/factory-db-socket
    local longest="$CLUSTER_SOCKET/.s.PGSQL.65535.lock"
    ((${#longest} <= 107)) || CLUSTER_SOCKET=/tmp/photo-factory-$EUID-$(checkout_id)
}

# The programs of the version that made the cluster, or the newest that is installed.
choose_binaries() {
    local version='*'
    [[ ! -f $CLUSTER_DATA/PG_VERSION ]] || version=$(<"$CLUSTER_DATA/PG_VERSION")
    CLUSTER_BINARIES=$(find /usr/lib/postgresql -maxdepth 2 -path "*/$version/bin" 2>/dev/null | sort -V | tail -n 1)
    [[ -x $CLUSTER_BINARIES/postgres ]] ||
        refuse "PostgreSQL ${version/\*/} is not installed under /usr/lib/postgresql, and the database in $CLUSTER_DATA needs it."
}
