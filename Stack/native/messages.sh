# shellcheck shell=bash
# How the scripts speak: one clear sentence at a time. Sourced.

# Nobody may be reading any more (a closed terminal), and that is no reason to stop half way.
say() { printf '%s\n' "$*" 2>/dev/null || true; }

# Ends the script with exit code 2: could not run.
refuse() {
    printf 'Photo Factory: %s\n' "$*" >&2 || true
    exit 2
}
