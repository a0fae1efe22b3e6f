#!/usr/bin/env bash
# Runs the tests against a PostgreSQL cluster of their own, which is gone afterwards. Usage: run.sh [--filter NAME]
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=scratch-cluster.sh
source Tests/scratch-cluster.sh

Stack/native/packages.sh build test
for name in "${!PG@}"; do unset "$name"; done
if [[ -z ${FACTORY_CORPUS:-} && -d $CHECKOUT/../shared/corpus ]]; then
    FACTORY_CORPUS=$(cd -- "$CHECKOUT/../shared/corpus" && pwd)
    export FACTORY_CORPUS
fi
if Stack/places/build-places.sh; then
    export FACTORY_PLACES=$PWD/.build/places/places.bin
else
    say "Known places are not looked up."
fi
start_scratch_cluster
# Without a limit Swift Testing begins all tests at once, and each waits for the processor as long as all together need it.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=${SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH:-8}
results=$scratch/results.log
swift test --disable-xctest "$@" | tee "$results" || {
    status=$?
    # Once more at the end: among what a thousand and a half tests print nobody finds it. Nothing where none could begin.
    awk '/ recorded an issue / { if (!any++) print "\nWhat failed:"; shown = 1; print; next }
        shown && /^↳/ { print; next } { shown = 0 }' "$results" >&2
    exit "$status"
}
