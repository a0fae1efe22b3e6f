#!/bin/sh
# Becomes a program of the factory, with the UMASK that was asked for.
# Usage: entrypoint PROGRAM ARGUMENT…
set -eu
case ${UMASK:-022} in
[0-7] | [0-7][0-7] | [0-7][0-7][0-7] | 0[0-7][0-7][0-7]) umask "${UMASK:-022}" ;;
*)
    printf '%s: UMASK is '\''%s'\'', but must be three octal digits such as 022\n' "$1" "$UMASK" >&2
    exit 2
    ;;
esac
# To the C library an empty TZ is UTC, to the factory it is none.
[ -n "${TZ:-}" ] || unset TZ
exec "$@"
