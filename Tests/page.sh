#!/usr/bin/env bash
# Tests the dashboard's page in a real browser: against a factory that exists only as JSON, whose every state can be had at
# once, and against the real programs. Usage: page.sh [NAME…] where a NAME is part of a check's, such as `login`.
# Screenshots go to .build/screenshots.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=../Stack/native/messages.sh
source Stack/native/messages.sh
# shellcheck source=../Stack/native/cluster-place.sh
source Stack/native/cluster-place.sh

environment=.build/page-tests
packages=(selenium==4.51.0 axe-playwright-python==0.1.8)

# axe's script alone is wanted of its package, so that package comes without the browsers it depends on.
prepare() {
    [[ $(cat "$environment/packages" 2>/dev/null) == "${packages[*]}" ]] && return
    say "Installing ${packages[*]} into $environment"
    python3 -m venv --clear "$environment"
    "$environment/bin/pip" install --quiet --disable-pip-version-check "${packages[0]}"
    "$environment/bin/pip" install --quiet --disable-pip-version-check --no-deps "${packages[1]}"
    printf '%s\n' "${packages[*]}" >"$environment/packages"
}

Stack/native/packages.sh build test page
CLUSTER_DATA='' choose_binaries
export CLUSTER_BINARIES
for program in librarian dashboard-api; do swift build --quiet --product "$program"; done
prepare || refuse "The tests' Python packages could not be installed."
# Selenium would look for newer drivers on the network otherwise.
export SE_OFFLINE=true SE_AVOID_STATS=true
exec "$environment/bin/python" -B Tests/Page/suite.py "$@"
