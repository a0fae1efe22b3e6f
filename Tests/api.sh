#!/usr/bin/env bash
# Tries to break the dashboard's API: requests made from its description, clients that dawdle, garbage. Usage:
# api.sh [NAME…] where a NAME is part of a check's, such as `fuzz`.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=../Stack/native/messages.sh
source Stack/native/messages.sh
# shellcheck source=../Stack/native/cluster-place.sh
source Stack/native/cluster-place.sh
# shellcheck source=python-environment.sh
source Tests/python-environment.sh

environment=.build/api-tests

Stack/native/packages.sh build test
CLUSTER_DATA='' choose_binaries
export CLUSTER_BINARIES
for program in librarian dashboard-api; do swift build --quiet --product "$program"; done
prepare_python "$environment" schemathesis==4.32.5
PYTHONPATH=Tests/Page exec "$environment/bin/python" -B Tests/API/suite.py "$@"
