#!/usr/bin/env bash
# Tries to break the dashboard's API: requests made from its description, clients that dawdle, garbage. Usage:
# api.sh [NAME…] where a NAME is part of a check's, such as `fuzz`.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=../Stack/native/messages.sh
source Stack/native/messages.sh
# shellcheck source=../Stack/native/cluster-place.sh
source Stack/native/cluster-place.sh

environment=.build/api-tests
package=schemathesis==4.32.5

prepare() {
    [[ $(cat "$environment/packages" 2>/dev/null) == "$package" ]] && return
    say "Installing $package into $environment"
    python3 -m venv --clear "$environment"
    "$environment/bin/pip" install --quiet --disable-pip-version-check "$package"
    printf '%s\n' "$package" >"$environment/packages"
}

Stack/native/packages.sh build test
CLUSTER_DATA='' choose_binaries
export CLUSTER_BINARIES
for program in librarian dashboard-api; do swift build --quiet --product "$program"; done
prepare || refuse "The tests' Python package could not be installed."
PYTHONPATH=Tests/Page exec "$environment/bin/python" -B Tests/API/suite.py "$@"
