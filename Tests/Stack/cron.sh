# shellcheck shell=bash
# The cron calls the cleanup by its schedule, here every minute. Sourced.

try_cron() {
    section 'Cron'
    becomes 'the cleanup reports' 60 reported cleanup OK
    local runs
    runs=$(sql "SELECT count(*) FROM system_status_history WHERE service_name = 'cleanup'")
    sql "INSERT INTO system_status_history (service_name, status, heartbeat_timestamp)
        VALUES ('librarian', 'OK', now() - interval '61 days')" >/dev/null
    becomes 'the cron calls it when its time comes' 130 ran_more_often "$runs"
    becomes 'it removes what is too old' 130 old_are_gone
}

ran_more_often() { (($(sql "SELECT count(*) FROM system_status_history WHERE service_name = 'cleanup'") > $1)); }

old_are_gone() {
    [[ $(sql "SELECT count(*) FROM system_status_history WHERE heartbeat_timestamp < now() - interval '60 days'") == 0 ]]
}
