#!/usr/bin/env bash
# Runs the soak against release binaries and a PostgreSQL of its own. SOAK_MINUTES says for how long: 30 when unset.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=../Stack/native/messages.sh
source Stack/native/messages.sh

minutes=${SOAK_MINUTES:-30}
[[ $minutes =~ ^[1-9][0-9]{0,4}$ ]] || refuse "SOAK_MINUTES is '$minutes' and must be a whole number of minutes from 1 on."
Stack/native/packages.sh build
Stack/native/build-release.sh
FACTORY_TEST_PROGRAMS=$PWD/.build-release/release
export FACTORY_TEST_PROGRAMS FACTORY_SOAK_MINUTES=$minutes
exec Tests/run.sh --filter SoakTests
