# shellcheck shell=bash
# From nothing to all healthy, by one command. Sourced.

build_images() {
    section 'Build'
    local begin=$SECONDS
    if ! stack --progress plain build >"$scratch/build.log" 2>&1; then
        tail -n 30 "$scratch/build.log"
        not_ok 'the images are built' 'see above'
        exit 1
    fi
    ok "the images are built, in $((SECONDS - begin)) s"
}

start_stack() {
    section 'Start'
    local service
    started=$SECONDS
    succeeds 'up brings everything up' start
    printf 'up ends after %d s\n' $((SECONDS - started))
    becomes 'the page is there' 60 page_is_there
    printf 'the page is there after %d s\n' $((SECONDS - started))
    for service in "${LASTING[@]}"; do
        check "$service runs" "$(inspect "$service" '{{.State.Running}}')" true
        # The database refuses a librarian whose role has not been made yet, and Docker starts it anew.
        [[ $service == librarian ]] || check "$service was started once" "$(inspect "$service" '{{.RestartCount}}')" 0
    done
    for service in setup migrate; do
        check "$service has done its work" "$(inspect "$service" '{{.State.Status}} {{.State.ExitCode}}')" 'exited 0'
    done
    check 'the folders belong to the user of .env' "$(stat -c %u:%g -- "$scratch"/data "$scratch"/data/* "$scratch"/app_data/* | sort -u)" \
        "$owner"
    check 'who looks into the folder of the database has to be that user' "$(stat -c %a -- "$scratch/app_data/factory-db-data")" 700
    try_second_up
}

page_is_there() { [[ $(status_of /healthz) == 200 ]]; }

# Docker asks for the first time when the interval of two minutes is over.
try_health() {
    section 'Health'
    becomes 'all are healthy' 240 all_healthy
    printf 'all are healthy %d s after up at the latest\n' $((SECONDS - started))
}

all_healthy() {
    local service
    for service in factory-db syncthing librarian service-monitor dashboard-api geocoder backup thumbnailer docker-proxy; do
        [[ $(inspect "$service" '{{.State.Health.Status}}') == healthy ]] || return 1
    done
}

# Nothing changes, and no password is made anew.
try_second_up() {
    local before after
    before=$(passwords)
    succeeds 'up once more' start
    after=$(passwords)
    check 'up once more keeps the passwords' "$after" "$before"
    contains 'the passwords can be seen' "$after" 'dashboard: '
}

passwords() { stack run --rm --no-deps --no-TTY setup passwords; }
