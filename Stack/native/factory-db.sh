#!/usr/bin/env bash
# Becomes the PostgreSQL server, as the user who owns its data. Whoever calls it has set CLUSTER_OWNER, CLUSTER_DATA and
# CLUSTER_BINARIES; arguments go to the server.
# Should the caller be killed, the kernel asks the server for a fast shutdown.
set -euo pipefail
cd /
become=()
((EUID != 0)) || become=(--reuid "$CLUSTER_OWNER" --regid "$(id -g "$CLUSTER_OWNER")" --init-groups)
exec setpriv "${become[@]}" --pdeathsig INT -- "$CLUSTER_BINARIES/postgres" -D "$CLUSTER_DATA" "$@"
