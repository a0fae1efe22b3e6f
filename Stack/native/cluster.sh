# shellcheck shell=bash
# The private PostgreSQL cluster: made once, made ready before every start. Sourced, after cluster-place.sh.
#
# Nobody but the owner reaches the socket's folder, and both socket and 127.0.0.1 ask for the password (SCRAM).

CLUSTER_PASSWORD_FILE="$APP_DATA/factory-db-password"

prepare_cluster() {
    prepare_cluster_folders
    [[ -f $CLUSTER_DATA/PG_VERSION ]] || create_cluster
    stop_leftover_cluster
    prepare_password
    choose_port
    write_cluster_settings
    prepare_database
}

prepare_cluster_folders() {
    if ((EUID == 0)); then
        install -d -m 711 -- "$CLUSTER_HOME"
        install -d -m 700 -o "$CLUSTER_OWNER" -- "$CLUSTER_SOCKET"
        return
    fi
    mkdir -m 700 -- "$CLUSTER_SOCKET" 2>/dev/null || true
    # Under /tmp somebody else may have been first.
    [[ -d $CLUSTER_SOCKET && ! -L $CLUSTER_SOCKET && -O $CLUSTER_SOCKET ]] ||
        refuse "The folder $CLUSTER_SOCKET is not ours; remove it."
    chmod 700 -- "$CLUSTER_SOCKET"
}

# Made under another name and renamed when complete: an initdb that was interrupted leaves nothing that looks like a database.
create_cluster() {
    local making="$CLUSTER_DATA.making"
    say "Creating the database in $CLUSTER_DATA"
    rm -rf -- "$making"
    if ((EUID == 0)); then install -d -m 700 -o "$CLUSTER_OWNER" -- "$making"; else mkdir -m 700 -- "$making"; fi
    as_cluster_owner "$CLUSTER_BINARIES/initdb" --pgdata="$making" --username=factory --auth=reject \
        --encoding=UTF8 --locale=C.UTF-8 --data-checksums --no-instructions >"$LOGS/initdb.log" 2>&1 ||
        refuse "The database could not be created: $(tail -n 1 "$LOGS/initdb.log")"
    as_cluster_owner tee "$making/pg_hba.conf" <"$NATIVE/pg_hba.conf" >/dev/null
    as_cluster_owner tee -a "$making/postgresql.conf" <<<"include_if_exists 'photo-factory.conf'" >/dev/null
    mv -T -- "$making" "$CLUSTER_DATA"
}

# A server that outlived its supervisor is stopped by PostgreSQL's own means, once it is known to be ours. A pid file whose
# number now belongs to another process would keep the server from starting.
stop_leftover_cluster() {
    local pid_file="$CLUSTER_DATA/postmaster.pid"
    [[ -f $pid_file ]] || return 0
    if [[ $(readlink "/proc/$(head -n 1 "$pid_file")/cwd" 2>/dev/null) == "$CLUSTER_DATA" ]]; then
        say "The database of an earlier run is still up; stopping it."
        as_cluster_owner "$CLUSTER_BINARIES/pg_ctl" stop --silent --pgdata="$CLUSTER_DATA" --mode=fast --wait --timeout=120 ||
            [[ ! -f $pid_file ]] || refuse "The database of an earlier run does not stop; its process number is in $pid_file"
    elif ! find /proc/[0-9]*/cwd -maxdepth 0 -lname "$CLUSTER_DATA" 2>/dev/null | grep -q .; then
        rm -f -- "$pid_file"
    fi
}

# The password is set anew from its file before every start, so that a lost file costs nothing.
prepare_password() {
    [[ -s $CLUSTER_PASSWORD_FILE ]] && return
    local password
    password=$(head -c 24 /dev/urandom | base64 | tr '+/' '-_')
    (umask 077 && printf '%s\n' "$password" >"$CLUSTER_PASSWORD_FILE")
    (umask 077 && printf '*:*:*:factory:%s\n' "$password" >"$APP_DATA/factory-db-pgpass")
}

choose_port() {
    CLUSTER_PORT=$(python3 "$NATIVE/free_port.py" "${FACTORY_DB_PORT:-}") ||
        refuse "The port FACTORY_DB_PORT=${FACTORY_DB_PORT:-} is taken or no port number; choose another, or leave it unset."
}

write_cluster_settings() {
    local settings
    settings=$(cat "$NATIVE/postgresql.conf" && printf "port = %s\nunix_socket_directories = '%s'\n" "$CLUSTER_PORT" "${CLUSTER_SOCKET//\'/\'\'}")
    as_cluster_owner tee "$CLUSTER_DATA/photo-factory.conf" <<<"$settings" >/dev/null
}

# Single-user mode needs neither a server nor a password, and reads its statements from standard input.
prepare_database() {
    local databases
    databases=$(single_user <<<'SELECT datname FROM pg_database')
    [[ $databases == *'"photo_factory"'* ]] || single_user <<<'CREATE DATABASE photo_factory' >/dev/null
    single_user <<<"ALTER ROLE factory PASSWORD '$(<"$CLUSTER_PASSWORD_FILE")'" >/dev/null
}

single_user() {
    as_cluster_owner "$CLUSTER_BINARIES/postgres" --single -D "$CLUSTER_DATA" -c log_min_messages=fatal postgres 2>"$LOGS/single-user.log" ||
        refuse "The database in $CLUSTER_DATA does not open: $(tail -n 1 "$LOGS/single-user.log")"
}
