# shellcheck shell=bash
# One run per checkout at a time, and no service of an earlier run beside a new one. Sourced, after folders.sh.
#
# Locks are held by open files, so a process that is killed gives them back: there is no stale pid file to clean up.

# Takes the lock of this checkout for as long as this process, or the supervisor that inherits it, lives.
claim_run() {
    exec {RUN_LOCK}>>"$RUN_FOLDER/lock"
    if ! flock --nonblock "$RUN_LOCK"; then
        local holder
        holder=$(<"$RUN_FOLDER/lock")
        ! is_a_run "$holder" || refuse "It is already running from this checkout (process $holder); stop that one with Ctrl-C first."
        say "An earlier run is still stopping; waiting for it."
        flock --wait 180 "$RUN_LOCK" || refuse "The supervisor of an earlier run does not stop; see $LOGS/supervisor.log"
    fi
    printf '%s\n' "$$" >"$RUN_FOLDER/lock"
}

# Whether a run holds the lock now.
run_is_claimed() {
    [[ -e $RUN_FOLDER/lock ]] && ! flock --nonblock "$RUN_FOLDER/lock" true
}

is_a_run() { [[ -n ${1:-} ]] && tr '\0' ' ' 2>/dev/null <"/proc/$1/cmdline" | grep -q 'run\.sh'; }

# Every service holds services.lock while it lives. After a supervisor was killed they are asked to stop by the kernel;
# what has not done so by now gets the signal that the supervisor would have sent.
wait_for_earlier_services() {
    local lock holders
    exec {lock}>>"$SERVICES_LOCK"
    if ! flock --nonblock "$lock"; then
        say "Services that lost their supervisor are still stopping; waiting for them."
        if ! flock --wait 15 "$lock"; then
            mapfile -t holders < <(holders_of "$SERVICES_LOCK")
            kill -KILL "${holders[@]}" 2>/dev/null || true
            flock --wait 5 "$lock" || refuse "Services of an earlier run cannot be stopped: process ${holders[*]}"
        fi
    fi
    exec {lock}>&-
}

holders_of() {
    find /proc/[0-9]*/fd -lname "$1" 2>/dev/null | cut -d / -f 3 | sort -u | grep -vx "$$" || true
}
