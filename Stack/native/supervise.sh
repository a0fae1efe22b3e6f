# shellcheck shell=bash
# Starts the supervisor, waits for it, and stops it in order. Sourced, after folders.sh, cluster-place.sh and follow.sh.

# Runs until Ctrl-C, SIGTERM or a closed terminal; returns 0 then, and 1 when the supervisor ended by itself.
supervise() {
    local supervisor watcher='' status=0
    STOPPING=false
    start_supervisor
    trap 'stop_supervisor "$supervisor"' INT TERM HUP
    watch_terminal "$supervisor"
    follow_logs "$supervisor"
    announce "$supervisor"
    # A signal ends a wait, not the process that is waited for.
    while kill -0 "$supervisor" 2>/dev/null; do
        wait "$supervisor" 2>/dev/null || status=$?
    done
    trap '' INT TERM HUP
    [[ -z $watcher ]] || kill "$watcher" 2>/dev/null || true
    wait
    rm -f -- "$RUN_FOLDER/supervisord.pid"
    $STOPPING && return 0
    say "The supervisor ended by itself (status $status); see $LOGS/supervisor.log and $LOGS/supervisor-output.log"
    return 1
}

# In a session of its own, so that Ctrl-C and a closing terminal reach it only through us: it stops its children in order
# on SIGTERM, but takes SIGHUP for a restart. The kernel sends it SIGTERM should this script be killed.
start_supervisor() {
    (cd -- "$CHECKOUT" && exec setsid setpriv --pdeathsig TERM supervisord --configuration "$NATIVE/supervisord.conf") \
        </dev/null >"$LOGS/supervisor-output.log" 2>&1 &
    supervisor=$!
}

stop_supervisor() {
    $STOPPING || say "Stopping: first the services, then the database."
    STOPPING=true
    kill -TERM "$1" 2>/dev/null || true
}

# A closing terminal sends SIGHUP to the leader of its session alone. Where that is make (`ssh -t nas make run`), make passes
# nothing on, so we look for ourselves whether the terminal is still there.
watch_terminal() {
    [[ -t 0 ]] || return 0
    (
        trap '' INT HUP
        while [[ -t 0 ]] && kill -0 "$1" 2>/dev/null; do sleep 2; done
        [[ -t 0 ]] || kill -HUP $$
    ) <&0 {RUN_LOCK}>&- &
    watcher=$!
}

# Tells what to do next, once the database answers.
announce() {
    local _
    for _ in {1..300}; do
        ! "$CLUSTER_BINARIES/pg_isready" --quiet || break
        kill -0 "$1" 2>/dev/null && ! $STOPPING || return 0
        sleep 0.2
    done
    say ""
    say "Photo Factory is running."
    say "  Inbox      $PHOTOS_INBOX   <- copy photos here"
    say "  Originals  $STORAGE/Originals   <- they are filed here, by day"
    say "  Page       http://${DASHBOARD_HOST:-127.0.0.1}:${DASHBOARD_PORT:-8080}/"
    say "  Database   make psql"
    say "  Logs       $LOGS"
    say "Ctrl-C stops everything."
    say ""
}
