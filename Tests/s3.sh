#!/usr/bin/env bash
# Tries the backup with S3: the real programs, the real rclone and moto, a stand-in for Amazon's servers.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=scratch-cluster.sh
source Tests/scratch-cluster.sh
# shellcheck source=python-environment.sh
source Tests/python-environment.sh

environment=.build/s3-tests
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

# Prints the exit code of a program of ours; what it says goes to a file. Usage: ended PROGRAM ARGUMENT…
ended() {
    local outcome=0
    ".build/debug/$1" "${@:2}" >"$scratch/output" 2>"$scratch/log" || outcome=$?
    ((outcome < 2)) || cat "$scratch/log" >&2
    printf '%d' "$outcome"
}

sql() { "$CLUSTER_BINARIES/psql" --no-psqlrc --tuples-only --no-align --command="$1"; }

s3() { rclone --config "$scratch/rclone.conf" "$@"; }

start_s3() {
    local port _
    port=$(python3 Stack/native/free_port.py "")
    "$environment/bin/moto_server" -H 127.0.0.1 -p "$port" >"$scratch/moto.log" 2>&1 &
    moto=$!
    printf '%s\n' '[s3]' 'type = s3' 'provider = Other' 'access_key_id = test' 'secret_access_key = test' 'region = us-east-1' \
        "endpoint = http://127.0.0.1:$port" >"$scratch/rclone.conf"
    for _ in {1..150}; do
        ! s3 mkdir s3:photos >"$scratch/mkdir.log" 2>&1 || return 0
        kill -0 "$moto" 2>/dev/null || break
        sleep 0.2
    done
    refuse "The stand-in for S3 did not start: $(tail -n 1 "$scratch/moto.log" "$scratch/mkdir.log")"
}

stop_all() {
    [[ -z ${moto:-} ]] || { kill "$moto" && wait "$moto"; } 2>/dev/null || true
    stop_scratch_cluster
}

Stack/native/packages.sh build test
for program in librarian backup; do swift build --quiet --product "$program"; done
prepare_python "$environment" 'moto[server]==5.2.5'
start_scratch_cluster
trap stop_all EXIT
trap 'exit 130' INT TERM
# What this machine says of databases and of Amazon is meant for others.
for name in "${!PG@}" "${!AWS_@}"; do unset "$name"; done
export PGHOST=$FACTORY_TEST_PGHOST PGPORT=$FACTORY_TEST_PGPORT PGUSER=$FACTORY_TEST_PGUSER PGDATABASE=photo_factory
sql_server() { PGDATABASE=postgres sql "$1" >/dev/null; }
sql_server 'CREATE DATABASE photo_factory'
start_s3

export FACTORY_ROOT=$scratch/factory PHOTOS_INBOX=Photos_Inbox STORAGE=Storage LIBRARIAN_QUIET_SECONDS=0 BACKUP_TARGET=s3:photos/house BACKUP_RCLONE_CONFIG=$scratch/rclone.conf
mkdir -p "$FACTORY_ROOT/Photos_Inbox"
chmod 755 "$scratch"
python3 -B Stack/demo/sample_photos.py "$FACTORY_ROOT/Photos_Inbox" >/dev/null
check 'photos are filed' "$(ended librarian ingest)" 0
count=$(sql 'SELECT count(*) FROM media_assets')
check 'there are some' "$((count >= 10))" 1

check 'all are copied' "$(ended backup run --once --json)" 0
check 'all of them count, and were read back' \
    "$(sql "SELECT count(*) FROM media_assets JOIN factory.backups ON id = asset_id WHERE is_backed_up AND state = 'VERIFIED'")" "$count"
s3 copy s3:photos/house/Originals "$scratch/fetched"
check 'the copies are the originals' "$(diff --recursive "$scratch/fetched" "$FACTORY_ROOT/Storage/Originals" && echo same)" same

original=$(cd "$FACTORY_ROOT/Storage/Originals" && find . -name '*.jpg' | sort | head -n 1)
original=${original#./}
size=$(stat -c %s "$FACTORY_ROOT/Storage/Originals/$original")
head -c "$size" /dev/zero | s3 rcat "s3:photos/house/Originals/$original"
check 'a restore test finds a copy of the right size and other bytes' "$(ended backup restore-test --sample 1000)" 1
check 'it counts no more' "$(sql 'SELECT count(*) FROM media_assets WHERE NOT is_backed_up')" 1
check 'it is copied again' "$(ended backup run --once)" 0
s3 copyto "s3:photos/house/Originals/$original" "$scratch/again.jpg"
check 'and is right' "$(cmp "$scratch/again.jpg" "$FACTORY_ROOT/Storage/Originals/$original" && echo same)" same
check 'what was there is kept' "$(s3 lsf --recursive --files-only s3:photos/house/Replaced | grep --count -F "$original")" 1

chmod u+w "$FACTORY_ROOT/Storage/Originals/$original"
: >"$FACTORY_ROOT/Storage/Originals/$original"
check 'a damaged original is fetched' "$(ended backup heal "$original")" 0
check 'and put in its place' "$(ended librarian ingest)" 0
check 'all is proved' "$(ended librarian verify)" 0
check 'the list of what is safe has all' "$(ended backup report --safe-to-delete) $(wc -l <"$scratch/output")" "0 $count"

kill "$moto"
wait "$moto" 2>/dev/null || true
moto=''
sql 'UPDATE media_assets SET is_backed_up = FALSE' >/dev/null
check 'a server that is away is waited for' "$(ended backup run --once)" 1
check 'it says so' "$(grep --count 'cannot be reached' "$scratch/log" | sed 's/[1-9][0-9]*/some/')" some
check 'nothing counts meanwhile' "$(sql 'SELECT count(*) FROM media_assets WHERE is_backed_up')" 0
printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))
