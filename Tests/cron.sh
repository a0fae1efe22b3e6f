#!/usr/bin/env bash
# Tries the schedule of Stack/cron with the real yacron: it calls the cleanup at 02:30 by the local clock, and at no other
# time. Time is made by libfaketime; the cleanup is a stand-in that notes when it was called.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

Stack/native/packages.sh test
scratch=$(mktemp -d /tmp/photo-factory-cron.XXXXXX)
trap 'rm -rf -- "$scratch"' EXIT
passed=0
failed=0

check() {
    if [[ $2 == "$3" ]]; then
        passed=$((passed + 1))
        printf 'ok - %s\n' "$1"
    else
        failed=$((failed + 1))
        printf 'not ok - %s: "%s" instead of "%s"\n' "$1" "$2" "$3"
    fi
}

# Runs the cron from a moment on, and prints when the cleanup was called first; "never" when it was not called in time, and
# what the cron said when it did not go on.
call_from() {
    local zone=$1 moment=$2 seconds=$3 status=0 cron _
    : >"$scratch/calls"
    TZ=$zone timeout --signal=TERM "$seconds" faketime "$moment" "$scratch/venv/bin/yacron" --config Stack/cron/cleanup.yaml \
        >"$scratch/log" 2>&1 &
    cron=$!
    while [[ ! -s $scratch/calls ]] && kill -0 "$cron" 2>/dev/null; do sleep 0.1; done
    kill -TERM "$cron" 2>/dev/null || true
    wait "$cron" || status=$?
    if [[ -s $scratch/calls ]]; then
        head -n 1 "$scratch/calls"
    elif ((status == 124)); then
        echo never
    else
        tail -n 1 "$scratch/log"
    fi
}

mkdir "$scratch/bin"
printf '#!/bin/sh\ndate "+%%F %%H:%%M %%Z" >>"%s"\n' "$scratch/calls" >"$scratch/bin/cleanup"
chmod +x "$scratch/bin/cleanup"
export PATH="$scratch/bin:$PATH"

if ! { python3 -m venv "$scratch/venv" && "$scratch/venv/bin/pip" install --quiet --disable-pip-version-check \
    --requirement Stack/cron/requirements.txt; } >"$scratch/log" 2>&1; then
    printf 'The schedule of the cleanup was not tried, since yacron cannot be installed: %s\n' "$(tail -n 1 "$scratch/log")"
    exit 0
fi
check 'at 02:30 in Berlin' "$(call_from Europe/Berlin '2026-11-28 02:29:55' 60)" '2026-11-28 02:30 CET'
check 'at 02:30 in Tokyo' "$(call_from Asia/Tokyo '2026-11-28 02:29:55' 60)" '2026-11-28 02:30 JST'
check 'by summer time in summer' "$(call_from Europe/Berlin '2026-07-01 02:29:55' 60)" '2026-07-01 02:30 CEST'
check 'not at 02:30 UTC in Berlin' "$(call_from Europe/Berlin '2026-11-28 03:29:57' 10)" 'never'
printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))
