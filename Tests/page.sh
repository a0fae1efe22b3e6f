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
# shellcheck source=python-environment.sh
source Tests/python-environment.sh

environment=.build/page-tests

Stack/native/packages.sh build test page
CLUSTER_DATA='' choose_binaries
export CLUSTER_BINARIES
for program in librarian dashboard-api; do swift build --quiet --product "$program"; done
# axe's script alone is wanted of its package, so that package comes without the browsers it depends on.
prepare_python "$environment" selenium==4.51.0 "--no-deps axe-playwright-python==0.1.8"
# Selenium would look for newer drivers on the network otherwise.
export SE_OFFLINE=true SE_AVOID_STATS=true
exec "$environment/bin/python" -B Tests/Page/suite.py "$@"
