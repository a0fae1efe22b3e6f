#!/usr/bin/env bash
# Becomes the cron of a native run, which calls the cleanup by the schedule in Stack/cron. The supervisor calls this script;
# run.sh sets the variables. CLEANUP_SCHEDULE=off leaves the calling to somebody else.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
# shellcheck source=messages.sh
source messages.sh
# shellcheck source=folders.sh
source folders.sh

ENVIRONMENT="$APP_DATA/cron"

# Held as long as this process lives: how the next run knows that nothing of this one is left.
exec 9>>"$SERVICES_LOCK"
flock --shared 9

# The environment is made anew whenever the list of what it holds has changed.
# One that an upgrade of Python or a move of the checkout has broken shows when it is asked.
is_ready() {
    cmp --silent "$CHECKOUT/Stack/cron/requirements.txt" "$ENVIRONMENT/requirements.txt" &&
        "$ENVIRONMENT/bin/yacron" --version >/dev/null 2>&1
}

make_ready() {
    rm -rf -- "$ENVIRONMENT"
    python3 -m venv "$ENVIRONMENT" &&
        "$ENVIRONMENT/bin/pip" install --quiet --disable-pip-version-check --requirement "$CHECKOUT/Stack/cron/requirements.txt" &&
        cp -- "$CHECKOUT/Stack/cron/requirements.txt" "$ENVIRONMENT/requirements.txt"
}

if [[ ${CLEANUP_SCHEDULE:-on} == off ]]; then
    say "CLEANUP_SCHEDULE is off: old heartbeats are removed when somebody calls the cleanup."
    exec sleep infinity
fi
if ! is_ready && ! make_ready; then
    say "The cron could not be installed from PyPI and is tried again in an hour; make cleanup removes old heartbeats now."
    exec sleep 3600
fi
cd -- "$CHECKOUT"
# To the C library an empty TZ is UTC, to the factory it is none.
[[ -n ${TZ:-} ]] || unset TZ
export PATH="$BINARIES:$PATH"
# Who was off at 02:30 has its old heartbeats removed at the start; who was not, has none.
cleanup || say "The cleanup at the start did not succeed; the next is tried at its time."
exec "$ENVIRONMENT/bin/yacron" --log-level WARNING --config Stack/cron/cleanup.yaml
