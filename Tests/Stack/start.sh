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
    local begin=$SECONDS service
    succeeds 'up brings everything up' start --wait --wait-timeout 300
    printf 'from up to all healthy: %d s\n' $((SECONDS - begin))
    for service in "${LASTING[@]}"; do
        check "$service runs, and was started once" "$(inspect "$service" '{{.State.Running}} {{.RestartCount}}')" 'true 0'
    done
    for service in factory-db syncthing librarian service-monitor dashboard-api docker-proxy; do
        check "$service is healthy" "$(inspect "$service" '{{.State.Health.Status}}')" healthy
    done
    for service in setup migrate; do
        check "$service has done its work" "$(inspect "$service" '{{.State.Status}} {{.State.ExitCode}}')" 'exited 0'
    done
    check 'the folders belong to the user of .env' "$(stat -c %u:%g -- "$scratch"/data "$scratch"/data/* "$scratch"/app_data/* | sort -u)" \
        "$owner"
    check 'who looks into the folder of the database has to be that user' "$(stat -c %a -- "$scratch/app_data/factory-db-data")" 700
    try_second_up
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
