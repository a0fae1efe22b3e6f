# shellcheck shell=bash
# One password for each who needs one, made once; no container sees another's. Sourced.

MASTER=/secrets/master
ROLES=(factory_librarian factory_monitor factory_dashboard factory_cleanup factory_geocoder factory_backup factory_thumbnailer)

make_secrets() {
    local name
    if [[ ! -s $MASTER/superuser && -f $STATE/factory-db-data/PG_VERSION ]]; then
        say "The passwords were lost, and the database still has the old one; give it the new one with:" \
            "docker compose exec factory-db sh -c 'echo \"ALTER ROLE postgres PASSWORD '\\''\$(cat /secrets/superuser)'\\''\" | psql -U postgres'"
    fi
    for name in superuser "${ROLES[@]}" dashboard_password syncthing_password syncthing_api_key; do
        [[ -s $MASTER/$name ]] || make_secret "$name"
    done
}

# Made under another name first: a setup that was cut off leaves no half password.
make_secret() {
    head -c 24 /dev/urandom | base64 | tr '+/' '-_' >"$MASTER/.making"
    mv -- "$MASTER/.making" "$MASTER/$1"
}

# Each container's volume holds what it needs and nothing else.
deliver_secrets() {
    local role
    deliver superuser factory-db superuser
    deliver superuser migrate superuser
    for role in "${ROLES[@]}"; do deliver "$role" migrate "roles/$role"; done
    deliver factory_librarian librarian factory_librarian
    deliver factory_monitor service-monitor factory_monitor
    deliver syncthing_api_key service-monitor syncthing_api_key
    deliver factory_dashboard dashboard-api factory_dashboard
    deliver dashboard_password dashboard-api dashboard_password
    deliver factory_cleanup cleanup factory_cleanup
    deliver factory_geocoder geocoder factory_geocoder
    deliver factory_backup backup factory_backup
    deliver factory_thumbnailer thumbnailer factory_thumbnailer
}

# Usage: deliver SECRET CONTAINER NAME
deliver() {
    local source=$MASTER/$1 target=/secrets/$2/$3
    [[ $(stat -c '%u:%g:%a' -- "$target" 2>/dev/null) == "$PUID:$PGID:400" ]] && cmp --silent -- "$source" "$target" && return
    install -d -m 755 -- "${target%/*}"
    install -m 400 -- "$source" "$target.making"
    chown "$PUID:$PGID" -- "$target.making"
    mv -- "$target.making" "$target"
}

show_passwords() {
    [[ -s $MASTER/dashboard_password ]] || refuse "There are no passwords yet: docker compose up -d makes them."
    if [[ -n ${DASHBOARD_PASSWORD:-} ]]; then
        say "dashboard: DASHBOARD_PASSWORD in .env"
    else
        say "dashboard: $(<"$MASTER/dashboard_password")"
    fi
    if [[ -f $MASTER/syncthing_is_ours ]]; then
        say "Syncthing: user photos, password $(<"$MASTER/syncthing_password"), unless you have changed it on its page"
    else
        say "Syncthing: what you set, since its configuration was there before"
    fi
}
