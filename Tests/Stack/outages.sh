# shellcheck shell=bash
# One after the other is stopped, killed and paused; the rest goes on, and all recover. Sourced.

try_outages() {
    section 'Outages'
    local photos=(IMG_0003.jpg Anna/IMG_0107.jpg Anna/IMG_0108.jpg) how
    for how in stop kill pause; do
        database_away "$how" "${photos[0]}"
        photos=("${photos[@]:1}")
    done
    photos=(Ben/DSC09120.JPG Ben/DSC09121.JPG Ben/DSC09302.JPG)
    for how in stop kill pause; do
        librarian_away "$how" "${photos[0]}"
        photos=("${photos[@]:1}")
    done
    for how in stop kill pause; do syncthing_away "$how"; done
    becomes 'all is healthy again' 180 all_healthy
    succeeds 'and proved' in_service librarian librarian verify
}

# Usage: database_away stop|kill|pause PHOTO
database_away() {
    local rows
    rows=$(sql 'SELECT count(*) FROM media_assets')
    take_away "$1" factory-db
    drop "$2"
    becomes "without the database ($1) a photo is filed" 120 filed "$2"
    succeeds "without the database ($1) the librarian is well" in_service librarian librarian health
    succeeds "without the database ($1) the monitor is well" in_service service-monitor service-monitor health
    # Not at once: a photo is filed within a second, and the document is up to two seconds old.
    becomes "without the database ($1) the dashboard says that it is not" 30 dashboard_is_unwell
    contains "without the database ($1) the page says so" "$(page /api/v1/dashboard)" '"degraded":[{'
    give_back "$1" factory-db
    becomes "with the database ($1) the photo gets its row" 120 has_rows $((rows + 1))
    becomes "with the database ($1) the dashboard is well" 60 in_service dashboard-api dashboard-api health
}

# Usage: librarian_away stop|kill|pause PHOTO
librarian_away() {
    local rows
    rows=$(sql 'SELECT count(*) FROM media_assets')
    take_away "$1" librarian
    drop "$2"
    check "without the librarian ($1) the page answers" "$(status_of /api/v1/dashboard "$with_token")" 200
    give_back "$1" librarian
    becomes "with the librarian ($1) the photo is filed" 180 filed "$2"
    becomes "with the librarian ($1) it has its row" 60 has_rows $((rows + 1))
}

# Usage: syncthing_away stop|kill|pause
syncthing_away() {
    take_away "$1" syncthing
    becomes "without Syncthing ($1) the dashboard says so" 90 reported syncthing ERROR
    succeeds "without Syncthing ($1) the monitor is well" in_service service-monitor service-monitor health
    give_back "$1" syncthing
    becomes "with Syncthing ($1) all is well again" 90 reported syncthing OK
}

take_away() {
    case $1 in
    kill) docker kill "$(container "$2")" >/dev/null ;;
    pause) docker pause "$(container "$2")" >/dev/null ;;
    stop) stack stop "$2" ;;
    esac
}

# What was killed by hand the engine does not start again, as what was stopped.
give_back() {
    case $1 in
    pause) docker unpause "$(container "$2")" >/dev/null ;;
    *) stack start "$2" ;;
    esac
}

# That it cannot be asked at all does not count.
dashboard_is_unwell() {
    local status=0
    in_service dashboard-api dashboard-api health || status=$?
    ((status == 1))
}

filed() { find "$scratch/data/Storage/Originals" -name "${1##*/}" | grep --quiet .; }

reported() { [[ $(sql "SELECT status FROM system_status WHERE service_name = '$1'") == "$2" ]]; }

# Everything anew.
try_restart() {
    section 'Restart'
    local rows before begin
    try_crash
    rows=$(sql 'SELECT count(*) FROM media_assets')
    before=$(everything)
    succeeds 'all is stopped and removed' stack down --timeout 60
    # As somebody with a recent Docker has it.
    sed -i 's|^COMPOSE_FILE=docker-compose.yml:|&Stack/compose/quick-checks.yml:|' "$scratch/.env"
    begin=$SECONDS
    succeeds 'all is started again, and waited for' start --wait --wait-timeout 300
    printf 'from up to all healthy with quick-checks.yml: %d s\n' $((SECONDS - begin))
    check 'every row is there' "$(sql 'SELECT count(*) FROM media_assets')" "$rows"
    check 'every photo is there' "$(everything)" "$before"
    drop 'mosaic without a date.jpg'
    becomes 'photos are filed as before' 180 filed 'mosaic without a date.jpg'
    becomes 'and have their rows' 60 has_rows $((rows + 1))
    succeeds 'all is proved' in_service librarian librarian verify
}

# A process that dies by itself, unlike one that is killed by the engine, is started anew. Only root reaches it from outside.
try_crash() {
    if ((EUID != 0)); then
        printf 'A crash was not tried, which takes root.\n'
        return
    fi
    local before
    before=$(inspect librarian '{{.RestartCount}}')
    kill -KILL "$(inspect librarian '{{.State.Pid}}')"
    becomes 'a librarian that crashes is started again' 60 restarted librarian "$before"
    becomes 'and is well' 60 in_service librarian librarian health
}

restarted() { (($(inspect "$1" '{{.RestartCount}}') > $2)) && [[ $(inspect "$1" '{{.State.Running}}') == true ]]; }

everything() { (cd -- "$scratch/data/Storage" && find Originals -type f -exec sha256sum {} + | sort); }
