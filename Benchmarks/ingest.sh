#!/usr/bin/env bash
# How fast the librarian files photos, beside a bare reference program and beside what people use today. Prints a table, and
# writes docs/benchmarks/ingest.json and ingest.svg. Usage: ingest.sh [--rounds N] [--no-peers] [--sets "40 KB" "4 MB"]
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=../Tests/scratch-cluster.sh
source Tests/scratch-cluster.sh
# shellcheck source=../Tests/python-environment.sh
source Tests/python-environment.sh

environment=.build/benchmarks

stop() {
    [[ -z ${elsewhere:-} ]] || rm -rf -- "$elsewhere"
    stop_scratch_cluster
}

Stack/native/packages.sh build bench
Stack/native/build-release.sh librarian migrate
prepare_python "$environment" matplotlib==3.11.2
unset "${!PG@}"
DURABLE=1 start_scratch_cluster
trap stop EXIT
export PGHOST=$FACTORY_TEST_PGHOST PGPORT=$FACTORY_TEST_PGPORT PGUSER=$FACTORY_TEST_PGUSER PGDATABASE=photo_factory
# Memory: another file system than the scratch folder's, whatever disk that is on.
elsewhere=$(mktemp -d /dev/shm/photo-factory-bench.XXXXXX)

# shellcheck disable=SC2046
gcc -O2 -Wall -Wextra -o "$scratch/ceiling" Benchmarks/ingest/ceiling.c \
    $(pkg-config --cflags --libs libpq libexif libcrypto) -lpthread
# Two databases to clone: one with all that the factory keeps there, one with the table of photos alone.
"$CLUSTER_BINARIES/createdb" with_the_factory
PGDATABASE=with_the_factory .build-release/release/migrate >/dev/null 2>"$scratch/migrate.log" ||
    refuse "The tables could not be made: $(tail -n 1 "$scratch/migrate.log")"
"$CLUSTER_BINARIES/createdb" canonical
"$CLUSTER_BINARIES/pg_dump" --schema-only --no-owner --no-privileges --table=public.media_assets with_the_factory |
    sed '/^CREATE TRIGGER/d' | "$CLUSTER_BINARIES/psql" -Xq --set=ON_ERROR_STOP=1 --dbname=canonical >/dev/null

# What all benchmarks measure by.
export PYTHONPATH=$PWD/Benchmarks/measure
"$environment/bin/python" -B Benchmarks/ingest/bench.py --librarian "$PWD/.build-release/release/librarian" --ceiling "$scratch/ceiling" \
    --scratch "$scratch" --elsewhere "$elsewhere" --binaries "$CLUSTER_BINARIES" --to docs/benchmarks "$@"
