# shellcheck shell=bash
# How the scripts speak: one clear sentence at a time. Sourced.

say() { printf '%s\n' "$*"; }

# Ends the setup with exit code 2; nothing else is started then.
refuse() {
    printf 'Photo Factory: %s\n' "$*" >&2
    exit 2
}
