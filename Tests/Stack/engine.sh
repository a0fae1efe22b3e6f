# shellcheck shell=bash
# Finds a Docker engine, or ends with a sentence that says why there is none. Sourced.

# A script that starts an engine without a registry, where there is one beside the project.
STARTER=../shared/engine/engine-up.sh
ENGINE_LOG=/tmp/photo-factory-engine.$$.log
engine_is_ours=false
has_registry=true

find_engine() {
    if [[ -x $STARTER ]]; then
        start_engine
    elif ! docker version >/dev/null 2>&1 || ! docker compose version >/dev/null 2>&1; then
        printf 'The containers were not tried: there is no Docker engine with Compose that this user can reach.\n'
        exit 0
    fi
}

# One that is running already is somebody's, who stops it.
start_engine() {
    export ENGINE_HOME=${ENGINE_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/photo-factory-engine}
    has_registry=false
    # shellcheck source=/dev/null
    if ! { [[ -f $ENGINE_HOME/env ]] && source "$ENGINE_HOME/env" && docker version >/dev/null 2>&1; }; then
        engine_is_ours=true
    fi
    if ! "$STARTER" >"$ENGINE_LOG" 2>&1; then
        printf 'The containers were not tried: the Docker engine did not start: %s\n' "$(tail -n 1 "$ENGINE_LOG")"
        exit 0
    fi
    rm -f -- "$ENGINE_LOG"
    # shellcheck source=/dev/null
    source "$ENGINE_HOME/env"
    command -v docker >/dev/null || PATH=$ENGINE_HOME/opt/usr/bin:$PATH
}

stop_engine() {
    [[ $engine_is_ours == false ]] || "$STARTER" down >/dev/null 2>&1 || true
}
