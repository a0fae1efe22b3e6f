# shellcheck shell=bash
# A copy of the project as a user would have it, with an .env of its own, under a name that nobody else has. Sourced.

# The services that go on, and those that end by themselves.
LASTING=(factory-db syncthing librarian service-monitor dashboard-api cleanup geocoder backup thumbnailer docker-proxy)
OWN_IMAGES=(setup migrate librarian service-monitor dashboard-api cleanup geocoder backup thumbnailer docker-proxy)

make_project() {
    PROJECT=photo-factory-test-$$
    scratch=$(mktemp -d /tmp/photo-factory-stack.XXXXXX)
    chmod 755 "$scratch"
    git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
        [[ ! -e $file ]] || printf '%s\0' "$file"
    done | tar --create --null --files-from=- | tar --extract --directory="$scratch"
    # Root's photos are nobody's; who is no root can give folders to himself only.
    owner=$(id -u):$(id -g)
    ((EUID != 0)) || owner=23456:23457
    find_ports
    install --directory --owner="${owner%:*}" --group="${owner#*:}" "$scratch/copies"
    write_settings >"$scratch/.env"
    write_override >"$scratch/test.override.yml"
}

find_ports() {
    read -r page_port sync_page_port sync_port < <(python3 -c '
import socket
probes = [socket.socket() for _ in range(3)]
for probe in probes:
    probe.bind(("127.0.0.1", 0))
print(*[probe.getsockname()[1] for probe in probes])')
}

# .env.example, with what a test needs beside it.
write_settings() {
    sed -e "s/^PUID=.*/PUID=${owner%:*}/" -e "s/^PGID=.*/PGID=${owner#*:}/" -e 's|^TZ=.*|TZ=Europe/Berlin|' .env.example
    printf '%s\n' "COMPOSE_PROJECT_NAME=$PROJECT" COMPOSE_FILE=docker-compose.yml:test.override.yml \
        DASHBOARD_BIND=127.0.0.1 "DASHBOARD_PORT=$page_port" DASHBOARD_TOKEN=a-token-for-tests \
        SYNCTHING_BIND=127.0.0.1 "SYNCTHING_PORT=$sync_page_port" SYNC_BIND=127.0.0.1 "SYNC_PORT=$sync_port" \
        LIBRARIAN_QUIET_SECONDS=1 'CLEANUP_SCHEDULE=* * * * *' COMPOSE_PROFILES=backup BACKUP_FOLDER=./copies
    [[ ${DOCKER_HOST:-} != unix://* ]] || printf 'DOCKER_SOCKET=%s\n' "${DOCKER_HOST#unix://}"
}

# Names that may be taken on this engine, and what building needs where there is no registry and no way out of a container.
write_override() {
    local image
    printf 'services:\n  factory-db: {container_name: %s-factory-db}\n' "$PROJECT"
    for image in "${OWN_IMAGES[@]}"; do
        printf '  %s: {image: "photo-factory-test/%s", build: {%s%s}}\n' "$image" "$image" \
            "$($has_registry || printf 'network: host')" \
            "$([[ -z ${PIP_CERT:-} ]] || printf '%ssecrets: [certificates]' "$($has_registry || printf ', ')")"
    done
    [[ -z ${PIP_CERT:-} ]] || printf 'secrets: {certificates: {file: "%s"}}\n' "$PIP_CERT"
}

# Compose in the project's folder, which reads .env there, as for a user.
stack() { (cd -- "$scratch" && env -u COMPOSE_FILE -u COMPOSE_PROJECT_NAME docker compose --progress quiet "$@"); }

start() {
    local offline=()
    $has_registry || offline=(--pull never)
    stack up --detach --no-build "${offline[@]}" "$@"
}

# Runs a program in a service's container.
in_service() {
    local service=$1
    shift
    stack exec --no-TTY "$service" "$@"
}

# Asks the database of the stack one question.
sql() { in_service factory-db psql --username=postgres --dbname=photo_factory --no-psqlrc --tuples-only --no-align --command="$1"; }

container() { stack ps --all --quiet "$1"; }

inspect() { docker inspect --format "$2" "$(container "$1")"; }

clean_up() {
    local outcome=$?
    trap '' INT TERM
    if ((outcome != 0 || failed > 0)) && [[ -n $(stack ps --all --quiet 2>/dev/null) ]]; then
        printf '\n# What the containers said last\n'
        stack ps --all || true
        stack logs --no-color --tail 15 || true
    fi
    docker rm --force --volumes "$PROJECT-phone" >/dev/null 2>&1 || true
    docker compose --progress quiet --project-name "$PROJECT-typo" --project-directory "$scratch" \
        --file "$scratch/docker-compose.yml" down --volumes >/dev/null 2>&1 || true
    stack down --volumes --timeout 10 >/dev/null 2>&1 || true
    rm -rf -- "$scratch"
    stop_engine
    exit "$outcome"
}
