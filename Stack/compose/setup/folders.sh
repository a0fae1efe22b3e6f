# shellcheck shell=bash
# The folders that the services find, with the owner as whom they run. Sourced.

FACTORY=/app
STATE=/state

prepare_folders() {
    local mode
    mode=$(printf '%o' $((0777 & ~8#${UMASK:-022})))
    own_parent "$FACTORY" "$mode" FACTORY_DATA
    own_folder "$FACTORY/Photos_Inbox" "$mode" "the folder Photos_Inbox in FACTORY_DATA"
    own_folder "$FACTORY/Storage" "$mode" "the folder Storage in FACTORY_DATA"
    # The backup may write there and nowhere else in Storage.
    own_folder "$FACTORY/Storage/Healing" "$mode" "the folder Healing in Storage"
    # Likewise the thumbnailer.
    own_folder "$FACTORY/Storage/Thumbnails" "$mode" "the folder Thumbnails in Storage"
    own_parent "$STATE" 755 APP_DATA
    own_folder "$STATE/factory-db-data" 700 "the folder factory-db-data in APP_DATA"
    own_folder "$STATE/syncthing_config" 700 "the folder syncthing_config in APP_DATA"
    own_folder "$STATE/rclone" 700 "the folder rclone in APP_DATA"
    # Nothing is ever put into it: the monitor reads there how much room the database has.
    own_folder "$STATE/room" 755 "the folder room in APP_DATA"
}

# The folder that holds the others may be somebody's share; it has to be passed through, no more.
# Usage: own_parent FOLDER MODE NAME
own_parent() {
    local others
    others=$(find "$1" -mindepth 1 -maxdepth 1 ! -name Photos_Inbox ! -name Storage ! -name factory-db-data \
        ! -name syncthing_config ! -name room ! -name rclone -print -quit)
    if [[ $(stat -c %u -- "$1") == 0 && -z $others ]]; then give "$@"; fi
    as_owner test -x "$1" || refuse "$(ownership "$1" "$3") may not enter it: set these two in .env, or change its rights."
}

# Makes a folder where it is missing, and gives it its owner while it is new: nobody's photos change hands here. What the
# engine made since it was to be mounted is root's, and empty.
# Usage: own_folder FOLDER MODE NAME
own_folder() {
    [[ -d $1 ]] || mkdir -- "$1" || refuse "$3 cannot be made; is its disk mounted, and not read-only?"
    if [[ $(stat -c %u -- "$1") == 0 && -z $(ls -A -- "$1") ]]; then give "$@"; fi
    as_owner test -w "$1" -a -x "$1" ||
        refuse "$(ownership "$1" "$3") may not write there: set these two in .env, or give the folder to them with chown."
}

give() {
    chmod "$2" -- "$1" && chown "$PUID:$PGID" -- "$1" ||
        refuse "$3 cannot be given to PUID=$PUID and PGID=$PGID; where it is on a network share, make it there as that user."
}

ownership() { printf '%s belongs to %s, and PUID=%s with PGID=%s' "$2" "$(stat -c '%u:%g' -- "$1")" "$PUID" "$PGID"; }

as_owner() { setpriv --reuid="$PUID" --regid="$PGID" --clear-groups -- "$@"; }
