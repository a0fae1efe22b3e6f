#!/bin/sh
# Becomes the cron of the container `cleanup`. CLEANUP_SCHEDULE takes the place of the schedule in cleanup.yaml; "off" leaves
# the calling to somebody else.
set -eu
configuration=/etc/photo-factory/cleanup.yaml

yacron() { PYTHONPATH=/opt/yacron python3 -m yacron "$@"; }

case ${CLEANUP_SCHEDULE:-} in
'') ;;
off)
    echo 'CLEANUP_SCHEDULE is off: old heartbeats are removed when somebody calls the cleanup.'
    # A shell that waits hears a signal, which a sleep as the first process of a container does not.
    trap 'exit 0' TERM INT
    sleep infinity &
    wait
    ;;
*[!0-9A-Za-z*,/?\ -]*)
    printf 'cleanup: CLEANUP_SCHEDULE is '\''%s'\'', but must be five fields of cron such as "30 2 * * *", or off\n' "$CLEANUP_SCHEDULE" >&2
    exit 2
    ;;
*)
    configuration=/tmp/cleanup.yaml
    sed "s|^\( *schedule:\).*|\1 \"$CLEANUP_SCHEDULE\"|" /etc/photo-factory/cleanup.yaml >"$configuration"
    ;;
esac
if ! message=$(yacron --config "$configuration" --validate-config 2>&1); then
    printf 'cleanup: CLEANUP_SCHEDULE is '\''%s'\'', which the cron does not take: %s\n' \
        "${CLEANUP_SCHEDULE:-}" "$(printf '%s\n' "$message" | tail -n 1)" >&2
    exit 2
fi
# Who was off at 02:30 has its old heartbeats removed at the start; who was not, has none.
cleanup || echo 'The cleanup at the start did not succeed; the next is tried at its time.'
export PYTHONPATH=/opt/yacron
exec python3 -m yacron --log-level WARNING --config "$configuration"
