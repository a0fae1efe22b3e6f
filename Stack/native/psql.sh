#!/usr/bin/env bash
# Opens psql on the database of the run that is up. Usage: psql.sh [ARGUMENT…]
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
# shellcheck source=messages.sh
source messages.sh
# shellcheck source=folders.sh
source folders.sh
# shellcheck source=cluster-place.sh
source cluster-place.sh
# shellcheck source=running-cluster.sh
source running-cluster.sh

use_running_cluster
exec "$CLUSTER_BINARIES/psql" "$@"
