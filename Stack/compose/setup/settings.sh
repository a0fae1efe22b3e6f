# shellcheck shell=bash
# What .env says is checked before anything is made by it. Sourced.

PROJECT=/project

check_settings() {
    check_number PUID
    check_number PGID
    [[ ${UMASK:-022} =~ ^0?0[0-7]{2}$ ]] ||
        refuse "UMASK is '$UMASK', but must be three octal digits that leave the owner everything, such as 022 or 077."
    check_zone "${TZ:-UTC}"
    [[ ! -f $PROJECT/.env || ! -f $PROJECT/.env.example ]] || check_keys
}

# Root is not among them: what breaks into a service must not get more than that service has.
check_number() {
    local key=$1 value=${!1:-}
    [[ $value =~ ^[1-9][0-9]{0,9}$ ]] && ((value <= 2147483647)) ||
        refuse "$key is '$value', but must be the number of a user or group other than root's; the command id shows yours."
}

# What is no name of a place may be a rule such as CET-1CEST,M3.5.0,M10.5.0/3; the services judge that.
check_zone() {
    local zone=${1#:}
    [[ $zone != *..* && -f /usr/share/zoneinfo/$zone ]] || [[ $zone =~ ^([A-Za-z]{3,}|\<[^\>]+\>)[+-]?[0-9] ]] ||
        refuse "TZ is '$1', which is no time zone; they are written like Europe/Berlin."
}

# A key that nothing reads is most likely one that was mistyped, and its setting is missing elsewhere.
check_keys() {
    local key known
    known=$(sed -nE 's/^#? ?([A-Z][A-Z0-9_]*)=.*/\1/p' "$PROJECT/.env.example")
    while read -r key; do
        [[ $key != COMPOSE_* && $key != DOCKER_* ]] || continue
        grep -qxF -- "$key" <<<"$known" ||
            refuse ".env sets $key, which nothing reads; .env.example lists all that can be set."
    done < <(sed -nE 's/^[[:space:]]*(export[[:space:]]+)?([^#=[:space:]]+)[[:space:]]*=.*/\2/p' "$PROJECT/.env")
}
