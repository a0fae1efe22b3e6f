# shellcheck shell=bash
# Shows the services' logs on the terminal as they grow, each line under its service's name. Sourced, after folders.sh.
#
# The terminal only reads the logs: one that is closed or stuck holds up neither the supervisor nor a service.

# Follows every log until the process $1 is gone.
follow_logs() {
    local supervisor=$1 name
    for name in $(service_names); do
        follow_log "$supervisor" "$name" cat
    done
    # The supervisor's log tells of each start and stop too; what went wrong is what matters here.
    follow_log "$supervisor" supervisor warnings
}

service_names() { sed -n 's/^\[program:\(.*\)\]$/\1/p' "$NATIVE"/services/*.conf; }

# A signal may reach the whole foreground group, and the last lines of a service still have to be shown after it.
follow_log() {
    local supervisor=$1 name=$2 filter=$3 label
    label=$(printf '%-15s |' "$name")
    touch -- "$LOGS/$name.log"
    (
        trap '' INT TERM HUP
        tail --quiet --lines=0 --follow=name --retry --pid="$supervisor" -- "$LOGS/$name.log" 2>/dev/null |
            "$filter" | sed --unbuffered "s/^/$label /"
    ) {RUN_LOCK}>&- &
}

warnings() { grep --line-buffered -E ' (WARN exited:|ERRO|CRIT) '; }
