# shellcheck shell=bash
# shellcheck disable=SC2034  # the scripts that source this file read the variables
# Where everything of a native run lives. Sourced.

CHECKOUT=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
NATIVE="$CHECKOUT/Stack/native"
APP_DATA="$CHECKOUT/Stack/App_Data"
RUN_FOLDER="$APP_DATA/run"
LOGS="$APP_DATA/logs"
SERVICES_LOCK="$RUN_FOLDER/services.lock"
BINARIES="$CHECKOUT/.build-release/release"

export FACTORY_ROOT=${FACTORY_ROOT:-$CHECKOUT}
export PHOTOS_INBOX=${PHOTOS_INBOX:-$FACTORY_ROOT/Photos_Inbox}
export STORAGE=${STORAGE:-$FACTORY_ROOT/Storage}

# Makes the folders that must exist before anything starts. Storage is not among them: a Storage that is missing may be
# a disk that is not mounted, which is for the librarian to judge.
prepare_folders() {
    local folder
    for folder in "$APP_DATA" "$RUN_FOLDER" "$LOGS" "$PHOTOS_INBOX"; do
        mkdir -p -- "$folder" || refuse "The folder $folder cannot be created."
        [[ -w $folder ]] || refuse "The folder $folder belongs to $(stat -c %U -- "$folder"): run make as that user."
    done
    # The database's own user has to pass through; the logs name everybody's photos.
    chmod 711 -- "$APP_DATA"
    chmod 700 -- "$RUN_FOLDER" "$LOGS"
}
