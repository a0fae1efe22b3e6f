#!/usr/bin/env bash
# Gives what an earlier system or a backup left, or a new inbox, its vault id. Usage: adopt.sh [ARGUMENT…]
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

[[ -x $BINARIES/librarian ]] || refuse "The librarian is not built; start it with make run."
use_running_cluster
exec "$BINARIES/librarian" adopt "$@"
