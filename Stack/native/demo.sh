#!/usr/bin/env bash
# Drops a dozen sample photos into the inbox, and runs the factory unless it is running already.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
# shellcheck source=messages.sh
source messages.sh
# shellcheck source=folders.sh
source folders.sh
# shellcheck source=only-one.sh
source only-one.sh

./packages.sh build run
prepare_folders
python3 -B ../demo/sample_photos.py "$PHOTOS_INBOX"
run_is_claimed || exec ./run.sh
say "Photo Factory is running already; it files them in a few seconds."
