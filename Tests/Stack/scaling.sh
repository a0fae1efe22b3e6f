# shellcheck shell=bash
# The examples for more than one machine, as far as they can be tried without a second one. Sourced.

try_scaling() {
    section 'Scaling'
    local configuration
    local database=(DATABASE_HOST=db.home.arpa DATABASE_CERTIFICATE=./root.crt DATABASE_OWNER_PASSWORD_FILE=./owner-password)
    configuration=$(env "${database[@]}" docker compose --project-directory "$scratch" --file docker-compose.yml \
        --file Stack/scaling/external-database.yml config --format json 2>&1)
    check 'with external-database.yml nobody logs in but over TLS that is verified' "$(python3 -c '
import json, sys
services = json.load(sys.stdin)["services"]
modes = {name: service["environment"]["PGSSLMODE"] for name, service in services.items() if "PGHOST" in service.get("environment", {})}
print(sorted(modes.items()), "factory-db" in services)' <<<"$configuration" 2>&1)" \
        "[('backup', 'verify-full'), ('cleanup', 'verify-full'), ('dashboard-api', 'verify-full'), ('geocoder', 'verify-full'), ('librarian', 'verify-full'), ('migrate', 'verify-full'), ('service-monitor', 'verify-full'), ('thumbnailer', 'verify-full')] False"
    # Compose names the first that it meets, in no order.
    contains 'external-database.yml says what it lacks' \
        "$(DATABASE_CERTIFICATE=/srv/ca.pem DATABASE_OWNER_PASSWORD_FILE=/srv/password stack --file docker-compose.yml --file Stack/scaling/external-database.yml config --quiet 2>&1)" \
        'DATABASE_HOST in .env is the name of the database server'
    succeeds 'second-inbox.yml is understood' env SECOND_INBOX=scanner docker compose --project-directory "$scratch" \
        --file docker-compose.yml --file Stack/scaling/second-inbox.yml config --quiet
    succeeds 'a further librarian is understood with its .env.example' docker compose \
        --env-file Stack/scaling/librarian/.env.example --file Stack/scaling/librarian/docker-compose.yml config --quiet
    contains 'its .env lacks a name' \
        "$(docker compose --env-file /dev/null --file Stack/scaling/librarian/docker-compose.yml config --quiet 2>&1)" \
        'LIBRARIAN_ID in .env names this librarian'
}
