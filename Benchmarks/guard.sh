#!/usr/bin/env bash
# How many instructions the librarian takes for a small photo, beside what is recorded: the same on every machine, however
# busy, so that a change that makes it slower is seen. Usage: guard.sh [--record]
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=../Tests/scratch-cluster.sh
source Tests/scratch-cluster.sh

files=2000

Stack/native/packages.sh build bench
Stack/native/build-release.sh librarian migrate
unset "${!PG@}"
start_scratch_cluster
export PGHOST=$FACTORY_TEST_PGHOST PGPORT=$FACTORY_TEST_PGPORT PGUSER=$FACTORY_TEST_PGUSER PGDATABASE=photo_factory
export FACTORY_ROOT=$scratch/factory
export PHOTOS_INBOX=$FACTORY_ROOT/Photos_Inbox STORAGE=$FACTORY_ROOT/Storage
mkdir -p "$STORAGE"
"$CLUSTER_BINARIES/createdb" "$PGDATABASE"
.build-release/release/migrate >/dev/null
python3 Benchmarks/ingest/photo_set.py "$PHOTOS_INBOX" "$files" 40000
# valgrind cannot read what Swift writes for debuggers.
strip --strip-debug -o "$scratch/librarian" .build-release/release/librarian
say "Filing $files photos under callgrind"
# One worker: how two share the work is a matter of luck.
LIBRARIAN_WORKERS=1 valgrind --tool=callgrind --callgrind-out-file="$scratch/profile" "$scratch/librarian" \
    ingest --quiet-seconds 0 --json >"$scratch/report" 2>"$scratch/log" || refuse "It failed: $(tail -n 3 "$scratch/log")"
grep -q "\"filed\":$((files - files / 20))," "$scratch/report" || refuse "It did not file them all: $(<"$scratch/report")"
python3 -B Benchmarks/guard/instructions.py "$scratch/profile" "$scratch/librarian" "$files" \
    Benchmarks/guard/instructions.json "$@"
