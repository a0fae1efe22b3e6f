#!/usr/bin/env bash
# Becomes a service of the factory once the database answers. The supervisor calls it; run.sh sets the variables.
# Usage: service.sh NAME ARGUMENT…
set -euo pipefail
name=$1
shift

# Held as long as the service lives: how the next run knows that nothing of this one is left.
exec 9>>"$SERVICES_LOCK"
flock --shared 9

# The database needs a second to start, and longer after a power cut. A service copes without, so the wait has an end.
for _ in {1..300}; do
    ! "$CLUSTER_BINARIES/pg_isready" --quiet || break
    sleep 0.2
done
exec "$BINARIES/$name" "$@"
