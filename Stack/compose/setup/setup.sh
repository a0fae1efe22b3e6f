#!/usr/bin/env bash
# Prepares what the containers of the factory need: checks the settings, makes folders, passwords and Syncthing's first
# configuration. Runs as root, before everything else, at each `docker compose up`; what is there already stays as it is.
# Usage: setup.sh [passwords]
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
# shellcheck source=messages.sh
source messages.sh
# shellcheck source=settings.sh
source settings.sh
# shellcheck source=folders.sh
source folders.sh
# shellcheck source=secrets.sh
source secrets.sh
# shellcheck source=syncthing.sh
source syncthing.sh

umask 077
case ${1:-all} in
all)
    check_settings
    prepare_folders
    make_secrets
    configure_syncthing
    deliver_secrets
    say "Folders and passwords are ready. To see the passwords: docker compose run --rm setup passwords"
    ;;
passwords) show_passwords ;;
*) refuse "'$1' is nothing that can be done here; the only word is: passwords" ;;
esac
