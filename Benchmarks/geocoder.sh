#!/usr/bin/env bash
# How fast places are named: lookups alone, and from the database into the database beside the bare updates and inserts of the
# same rows in batches of the same size, which the server does by itself. Usage: geocoder.sh [ASSETS [ROUNDS]]
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=../Tests/scratch-cluster.sh
source Tests/scratch-cluster.sh

assets=${1:-200000}
rounds=${2:-3}
batch=4000
geocoder=.build-release/release/geocoder

sql() { PGOPTIONS="-c client_min_messages=warning" "$CLUSTER_BINARIES/psql" --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 "$@"; }

# Makes the database anew, with the assets that wait.
renew() {
    sql --dbname=postgres --command='DROP DATABASE IF EXISTS photo_factory' \
        --command='CREATE DATABASE photo_factory TEMPLATE waiting STRATEGY file_copy' --command=CHECKPOINT
}

fill() {
    "$CLUSTER_BINARIES/createdb" photo_factory
    .build-release/release/migrate >/dev/null
    sql --set=assets="$assets" --file=Benchmarks/archive/assets.sql
    # Photos are taken where people are: around two thousand places, a few kilometres from each other.
    sql <<'SQL'
UPDATE media_assets AS asset SET location = jsonb_build_object(
    'lat', round((48 + (n % 40) * 0.21 + random() * 0.1)::numeric, 6),
    'lon', round((2 + (n / 40 % 50) * 0.31 + random() * 0.1)::numeric, 6))
FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM media_assets) AS numbered WHERE numbered.id = asset.id;
VACUUM FULL media_assets;
VACUUM ANALYZE;
SQL
    sql --dbname=postgres --command='ALTER DATABASE photo_factory RENAME TO waiting'
}

# Sets the answers aside, for the bare run to write them.
keep_answers() {
    sql --command='CREATE TABLE public.answers AS SELECT (row_number() OVER (ORDER BY ingested_at, asset.id) - 1) / '"$batch"' AS batch, place.*
        FROM factory.places AS place JOIN media_assets AS asset ON asset.id = place.asset_id' \
        --command='CREATE INDEX ON public.answers (batch)'
    "$CLUSTER_BINARIES/pg_dump" --table=public.answers --dbname=photo_factory >"$scratch/answers.sql"
    sql --dbname=waiting --file="$scratch/answers.sql" >/dev/null
    sql --dbname=waiting --command='VACUUM ANALYZE public.answers'
}

bare() {
    local begin=$EPOCHREALTIME
    sql --set=batch="$batch" <<'SQL'
DO $$
DECLARE
    last integer := (SELECT max(batch) FROM answers);
BEGIN
    FOR number IN 0..last LOOP
        INSERT INTO factory.places (
            asset_id, name, region, country, country_code, time_zone, geonames_id, latitude, longitude, distance_km,
            data_version)
        SELECT asset_id, name, region, country, country_code, time_zone, geonames_id, latitude, longitude, distance_km,
            data_version
        FROM answers WHERE batch = number;
        UPDATE media_assets AS asset SET is_geocoded = true, geocoded_at = now()
        FROM answers WHERE answers.batch = number AND asset.id = answers.asset_id;
        COMMIT;
    END LOOP;
END
$$;
SQL
    awk -v begin="$begin" -v end="$EPOCHREALTIME" 'BEGIN {printf "%.3f\n", end - begin}'
}

named() {
    command time --output="$scratch/memory" --format %M "$geocoder" run --once --json 2>"$scratch/geocoder.log" | tee "$scratch/report" | sed -E 's/.*"seconds":([0-9.]+).*/\1/'
    grep -q "\"done\":$assets,\"failed\":0," "$scratch/report" || refuse "Not all were named: $(cat "$scratch/report" "$scratch/geocoder.log")"
}

Stack/native/packages.sh build bench
[[ -n ${BUILT:-} ]] || Stack/native/build-release.sh geocoder migrate
Stack/places/build-places.sh
export GEOCODER_PLACES=$PWD/.build/places/places.bin
say "$(nproc) processors"
command time --format 'memory at its highest, with 200,000 positions in hand: %M kB' "$geocoder" measure
unset "${!PG@}"
start_scratch_cluster
# The server does not give way either.
export WORKER_NICE=0
export PGHOST=$FACTORY_TEST_PGHOST PGPORT=$FACTORY_TEST_PGPORT PGUSER=$FACTORY_TEST_PGUSER PGDATABASE=photo_factory
say "Filling in $assets assets"
fill
renew
named >/dev/null
keep_answers
for ((round = 1; round <= rounds; round++)); do
    renew
    seconds=$(bare)
    renew
    named=$(named)
    awk -v assets="$assets" -v bare="$seconds" -v named="$named" -v memory="$(<"$scratch/memory")" 'BEGIN {
        printf "bare batches of updates and inserts %7.0f assets/s   named %7.0f assets/s   %.2f times as long   %.0f MB\n",
            assets / bare, assets / named, named / bare, memory / 1000}'
done
