#!/usr/bin/env bash
# Files the corpus and prints how many dates and places came out right, format by format. FACTORY_CORPUS names the
# corpus where it does not lie in ../shared/corpus.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

exec Tests/run.sh --filter AccuracyTests
