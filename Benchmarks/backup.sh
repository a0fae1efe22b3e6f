#!/usr/bin/env bash
# How fast originals are copied and read back, from the database into the database, beside bare `rclone copy` and
# `rclone checksum --download` of the same files. Usage: backup.sh [FILES [ROUNDS]]
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=../Tests/scratch-cluster.sh
source Tests/scratch-cluster.sh

files=${1:-300}
rounds=${2:-3}
size=3000000
backup=.build-release/release/backup

sql() { PGOPTIONS="-c client_min_messages=warning" "$CLUSTER_BINARIES/psql" --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 "$@"; }

# Files of random bytes, their rows, and the lists for bare rclone.
fill() {
    local day=2024/2024-03-09 number
    mkdir -p "$scratch/Storage/Originals/$day" "$scratch/target"
    for ((number = 0; number < files; number++)); do
        head -c "$size" /dev/urandom >"$scratch/Storage/Originals/$day/IMG_$number.jpg"
    done
    (cd "$scratch/Storage/Originals" && find . -type f -printf '%P\n' | sort >"$scratch/names" && xargs -d '\n' sha256sum -- <"$scratch/names" >"$scratch/sums")
    "$CLUSTER_BINARIES/createdb" photo_factory
    .build-release/release/migrate >/dev/null
    sed -E "s|^([0-9a-f]{64})  (.*)\$|\\1\\t\\2|" "$scratch/sums" >"$scratch/rows"
    sql --command="CREATE TABLE public.listed (hash text, path text)" --command="\\copy public.listed FROM '$scratch/rows'" \
        --command="INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes)
            SELECT hash, path, path, '$scratch/Storage/Originals/' || path, $size FROM public.listed" \
        --command="INSERT INTO factory.vault (id) VALUES (repeat('0', 32))"
}

seconds_of() { awk -v begin="$1" -v end="$EPOCHREALTIME" 'BEGIN {printf "%.3f\n", end - begin}'; }

# Both begin with nothing there, and nothing of the files in memory.
renew() {
    rm -rf -- "${scratch:?}/target"
    mkdir -- "$scratch/target"
    sql --command='UPDATE media_assets SET is_backed_up = FALSE, backed_up_at = NULL' --command='DELETE FROM factory.backups'
    sync
    find "$scratch/Storage" -type f -exec dd if={} iflag=nocache count=0 status=none \;
}

bare() {
    local begin=$EPOCHREALTIME
    rclone copy --config '' --transfers 4 --checkers 4 --no-traverse --files-from-raw "$scratch/names" "$scratch/Storage/Originals" "$scratch/target/Originals"
    sync --file-system "$scratch/target"
    find "$scratch/target" -type f -exec dd if={} iflag=nocache count=0 status=none \;
    rclone checksum --config '' --checkers 4 --download --combined "$scratch/combined" --files-from-raw "$scratch/names" sha256 "$scratch/sums" "$scratch/target/Originals" 2>/dev/null
    [[ $(grep -c '^=' "$scratch/combined") == "$files" ]] || refuse 'Bare rclone did not prove all.'
    seconds_of "$begin"
}

proven() {
    "$backup" run --once --json 2>"$scratch/backup.log" >"$scratch/report"
    grep -q "\"done\":$files,\"failed\":0," "$scratch/report" || refuse "Not all were copied: $(cat "$scratch/report" "$scratch/backup.log")"
    sed -E 's/.*"seconds":([0-9.]+).*/\1/' "$scratch/report"
}

Stack/native/packages.sh build bench
[[ -n ${BUILT:-} ]] || Stack/native/build-release.sh backup migrate
say "$(nproc) processors, $files files of $size bytes"
unset "${!PG@}"
start_scratch_cluster
# Sourced scripts have named the folders of the checkout.
export WORKER_NICE=0 FACTORY_ROOT=$scratch STORAGE=$scratch/Storage BACKUP_TARGET=$scratch/target
export PGHOST=$FACTORY_TEST_PGHOST PGPORT=$FACTORY_TEST_PGPORT PGUSER=$FACTORY_TEST_PGUSER PGDATABASE=photo_factory
fill
for ((round = 1; round <= rounds; round++)); do
    renew
    seconds=$(bare)
    renew
    proven=$(proven)
    awk -v bytes=$((files * size)) -v bare="$seconds" -v proven="$proven" 'BEGIN {
        printf "bare rclone %6.1f MB/s   backup %6.1f MB/s verified   %.2f times as long\n",
            bytes / bare / 1e6, bytes / proven / 1e6, proven / bare}'
done
