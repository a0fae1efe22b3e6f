# shellcheck shell=bash
# Python packages of PyPI for tests and benchmarks, in a folder of their own. Sourced, after messages.sh.

# Makes the environment unless it is there with these very packages. Usage: prepare_python ENVIRONMENT ARGUMENTS… where each
# of ARGUMENTS is what pip is called with once, such as `selenium==4.51.0` or `--no-deps axe==1`.
prepare_python() {
    local environment=$1 arguments
    shift
    [[ $(cat "$environment/packages" 2>/dev/null) != "$*" ]] || return 0
    say "Installing $* into $environment"
    python3 -m venv --clear "$environment" || refuse "No Python environment could be made in $environment."
    for arguments in "$@"; do
        # shellcheck disable=SC2086 # Options and packages are words of their own.
        "$environment/bin/pip" install --quiet --disable-pip-version-check $arguments ||
            refuse "The Python package $arguments could not be installed."
    done
    printf '%s\n' "$*" >"$environment/packages"
}
