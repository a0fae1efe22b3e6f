#!/usr/bin/env bash
# How fast the dashboard's document is with many assets and 60 days of heartbeats, while 50 clients poll it as fast as they
# can; how fast for those who have it already; and how much memory the program took. Usage: dashboard.sh [ASSETS]
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=../Tests/scratch-cluster.sh
source Tests/scratch-cluster.sh

assets=${1:-1000000}
seconds=15
clients=50

stop() {
    [[ -z ${dashboard:-} ]] || { kill -TERM "$dashboard" && wait "$dashboard"; } 2>/dev/null || true
    stop_scratch_cluster
}

sql() { "$CLUSTER_BINARIES/psql" --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 "$@"; }

fill() {
    say "Filling in $assets assets and 60 days of heartbeats of eight services"
    sql --set=assets="$assets" --file=Benchmarks/archive/assets.sql
    sql --set=newest=1 --file=Benchmarks/archive/heartbeats.sql
    sql --set=assets="$assets" <<'SQL'
INSERT INTO factory.intake (librarian_id, outcome, original_path, original_name, size_bytes, reason)
SELECT 'librarian', 'duplicate', '/app/Photos_Inbox/' || number, 'IMG_' || number, 4000000, 'its content is stored already'
FROM generate_series(1, :assets / 20) AS number;
ANALYZE;
SQL
}

start_dashboard() {
    port=$(python3 Stack/native/free_port.py "")
    DASHBOARD_PORT=$port HEARTBEAT_SECONDS=60 .build-release/release/dashboard-api 2>"$scratch/dashboard.log" &
    dashboard=$!
    address=http://127.0.0.1:$port/api/v1/dashboard
    local _
    for _ in {1..100}; do
        ! curl --silent --fail --output "$scratch/document" "$address" || return 0
        sleep 0.1
    done
    refuse "The dashboard did not start: $(tail -n 1 "$scratch/dashboard.log")"
}

# Prints what wrk measured in one line: requests a second, median and 99th percentile.
measure() {
    local what=$1
    shift
    wrk --threads 1 --connections "$clients" --duration "${seconds}s" --latency "$@" "$address" >"$scratch/wrk"
    awk -v what="$what" '/ 50%/ {median = $2} / 99%/ {last = $2} /Requests\/sec/ {rate = $2} /Non-2xx/ {refused = $NF}
        END {printf "%-44s %9s/s   p50 %9s   p99 %9s   refused %d\n", what, rate, median, last, refused}' "$scratch/wrk"
}

memory() { awk '/^VmHWM/ {print $2 / 1024}' "/proc/$dashboard/status"; }

Stack/native/packages.sh build bench
Stack/native/build-release.sh dashboard-api librarian
unset "${!PG@}"
start_scratch_cluster
trap stop EXIT
export PGHOST=$FACTORY_TEST_PGHOST PGPORT=$FACTORY_TEST_PGPORT PGUSER=$FACTORY_TEST_PGUSER PGDATABASE=photo_factory
export FACTORY_ROOT=$scratch PHOTOS_INBOX=$scratch/Photos_Inbox STORAGE=$scratch/Storage
mkdir -m 755 "$PHOTOS_INBOX" "$STORAGE"
"$CLUSTER_BINARIES/createdb" photo_factory
# Makes the tables.
.build-release/release/librarian ingest --quiet-seconds 0 --json >/dev/null 2>"$scratch/librarian.log" ||
    refuse "The tables could not be made: $(tail -n 1 "$scratch/librarian.log")"
fill
start_dashboard
say "$(nproc) processors, $assets assets, $(stat -c %s "$scratch/document") bytes of document, $clients clients without a pause:"
tag=$(curl --silent --head "$address" | sed -n 's/^etag: //Ip' | tr -d '\r')
measure "the document"
measure "the document, gzip" --header "Accept-Encoding: gzip"
measure "304 for who has it" --header "If-None-Match: $tag"
printf 'memory at its highest: %.0f MB\n' "$(memory)"
