# shellcheck shell=bash
# What each container may do, by what the engine says of it and by trying. Sourced.

try_confinement() {
    section 'Confinement'
    local service outcome=0
    for service in "${LASTING[@]}" setup migrate; do
        docker inspect "$(container "$service")"
    done | python3 Tests/Stack/confinement.py "$owner" >"$scratch/confinement.log" || outcome=$?
    cat -- "$scratch/confinement.log"
    passed=$((passed + $(grep -c '^ok' "$scratch/confinement.log" || true)))
    failed=$((failed + $(grep -c '^not ok' "$scratch/confinement.log" || true)))
    ((outcome == 0)) || not_ok 'confinement.py' "it ends with $outcome"
    for service in "${LASTING[@]}"; do
        check "$service has no capability, and no way to one" "$(in_service "$service" sed -nE 's/^(CapEff|CapBnd|NoNewPrivs):\s*0*//p' /proc/1/status | tr '\n' ' ')" '  1 '
        fails "$service cannot write into its image" in_service "$service" touch /usr/local/written
    done
    for service in syncthing service-monitor dashboard-api cleanup geocoder backup thumbnailer factory-db docker-proxy; do
        fails "$service cannot write Originals" in_service "$service" touch /app/Storage/Originals/written
    done
    succeeds 'the librarian can write Storage' in_service librarian sh -c 'touch /app/Storage/written && rm /app/Storage/written'
    for service in factory-db librarian cleanup geocoder thumbnailer docker-proxy; do
        check "$service has no way out" "$(in_service "$service" cut -f2 /proc/net/route | grep -cx 00000000)" 0
    done
    fails 'the librarian cannot see others'\'' passwords' in_service librarian cat /secrets/superuser
    check 'the dashboard has its own passwords only' "$(in_service dashboard-api ls /secrets | tr '\n' ' ')" 'dashboard_password factory_dashboard '
    check 'umask is that of .env' "$(in_service librarian sed -nE 's/^Umask:\s*//p' /proc/1/status)" 0022
}
