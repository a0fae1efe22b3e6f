# shellcheck shell=bash
# What all sections use: checks, waiting, headings. Sourced.

passed=0
failed=0

section() { printf '\n# %s (after %d s)\n' "$1" "$SECONDS"; }

ok() {
    passed=$((passed + 1))
    printf 'ok - %s\n' "$1"
}

not_ok() {
    failed=$((failed + 1))
    printf 'not ok - %s: %s\n' "$1" "$2"
}

# Usage: check WHAT ACTUAL EXPECTED
check() { if [[ $2 == "$3" ]]; then ok "$1"; else not_ok "$1" "\"$2\" instead of \"$3\""; fi; }

# Usage: contains WHAT ACTUAL PART
contains() { if [[ $2 == *"$3"* ]]; then ok "$1"; else not_ok "$1" "\"$3\" is not in \"$2\""; fi; }

# Usage: succeeds WHAT COMMAND…
succeeds() {
    local what=$1 output
    shift
    if output=$("$@" 2>&1); then ok "$what"; else not_ok "$what" "${output:-it says nothing}"; fi
}

# Usage: fails WHAT COMMAND…
fails() {
    local what=$1 output
    shift
    if output=$("$@" 2>&1); then not_ok "$what" "it succeeds: $output"; else ok "$what"; fi
}

# Waits until a command succeeds. Usage: becomes WHAT SECONDS COMMAND…
becomes() {
    local what=$1 end=$((SECONDS + $2))
    shift 2
    while ! "$@" >/dev/null 2>&1; do
        if ((SECONDS > end)); then
            not_ok "$what" "not in time"
            return 0
        fi
        sleep 0.5
    done
    ok "$what"
}

finish() {
    printf '\n%d passed, %d failed, in %d s\n' "$passed" "$failed" "$SECONDS"
    ((failed == 0))
}
