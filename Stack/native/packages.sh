#!/usr/bin/env bash
# Installs the Debian packages that the lists in Stack/packages name and that this machine lacks.
# Usage: packages.sh LIST…   for example: packages.sh build run
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../packages"
# shellcheck source=messages.sh
source ../native/messages.sh

wanted() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "${@/%/.txt}" | sort -u; }

installed() { dpkg-query -W -f '${Package} ${db:Status-Status}\n' 2>/dev/null | sed -n 's/ installed$//p' | sort -u; }

# Says what keeps us from installing, or sets `as_root` to what must stand before a command.
become_root() {
    as_root=()
    ((EUID == 0)) && return
    local advice="as root, run: apt-get install $*"
    command -v sudo >/dev/null || refuse "Debian packages are missing and there is neither root nor sudo here; $advice"
    # Without a terminal there is nobody to type a password.
    [[ -t 0 ]] || sudo -n true 2>/dev/null || refuse "Debian packages are missing and sudo wants a password; $advice"
    as_root=(sudo)
}

# Debian starts a database of its own when its package arrives, and a supervisor for the whole machine.
# The factory brings its own of both, so a machine that had neither keeps none. What was there before is left alone.
install_packages() {
    local drop_in=/etc/postgresql-common/createcluster.d/photo-factory.conf
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
    if [[ " $* " == *' postgresql '* ]]; then
        "${as_root[@]}" install -d "${drop_in%/*}"
        "${as_root[@]}" tee "$drop_in" <<<'create_main_cluster = false' >/dev/null
    fi
    local failed=0
    { "${apt[@]}" update && "${apt[@]}" install --yes --no-install-recommends -o Dpkg::Use-Pty=0 "$@"; } || failed=1
    "${as_root[@]}" rm -f "$drop_in"
    ((failed == 0)) || refuse "apt-get could not install: $*"
    if [[ " $* " == *' supervisor '* && -d /run/systemd/system ]]; then
        "${as_root[@]}" systemctl --quiet disable --now supervisor.service
    fi
}

command -v dpkg-query >/dev/null || refuse "This is no Debian system: install the packages that Stack/packages lists yourself."
mapfile -t missing < <(comm -23 <(wanted "$@") <(installed))
((${#missing[@]} > 0)) || exit 0
become_root "${missing[@]}"
say "Installing Debian packages: ${missing[*]}"
install_packages "${missing[@]}"
