#!/usr/bin/env bash
# What the factory costs when there is much of something: a million assets, a hundred thousand waiting files, sixty days of
# heartbeats, hours without work, little memory. Prints a table beside the goals and, when all parts were measured, writes
# docs/benchmarks/scale.json.
# Usage: scale.sh [--rounds N] [--only PART…]      parts: sizes filing waiting arriving verify cleanup start limit idle
# With IDLE_SECONDS=n the idle services are watched for that long, else for 300. With PROGRAMS=folder programs that are
# built already are measured.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=../Tests/scratch-cluster.sh
source Tests/scratch-cluster.sh

Stack/native/packages.sh build bench
programs=${PROGRAMS:-.build-release/release}
[[ -n ${PROGRAMS:-} ]] || Stack/native/build-release.sh
unset "${!PG@}"
DURABLE=1 start_scratch_cluster
export PGHOST=$FACTORY_TEST_PGHOST PGPORT=$FACTORY_TEST_PGPORT PGUSER=$FACTORY_TEST_PGUSER PGDATABASE=photo_factory
# shellcheck disable=SC2046
gcc -O2 -Wall -Wextra -o "$scratch/ceiling" Benchmarks/ingest/ceiling.c \
    $(pkg-config --cflags --libs libpq libexif libcrypto) -lpthread
# What all benchmarks measure by.
export PYTHONPATH=$PWD/Benchmarks/measure
python3 -B Benchmarks/scale/bench.py --programs "$programs" --ceiling "$scratch/ceiling" --scratch "$scratch" \
    --binaries "$CLUSTER_BINARIES" --postmaster "$(head -n 1 "$CLUSTER_DATA/postmaster.pid")" --to docs/benchmarks "$@"
