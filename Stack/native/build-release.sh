#!/usr/bin/env bash
# Builds the release binaries, in a folder of their own so that they never undo the work of a debug build. Usage:
# build-release.sh [PROGRAM...]: without names all of them.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
# shellcheck source=messages.sh
source Stack/native/messages.sh

# The linker warns of a function in Swift's own library that this project does not call.
build() {
    swift build --configuration release --static-swift-stdlib --scratch-path .build-release "$@" 2>&1 |
        sed --unbuffered "/libFoundationEssentials.*mktemp/d"
}

command -v swift >/dev/null || refuse "Swift is not in the PATH: install Swift 6.3 from https://www.swift.org/install/linux/"
(($#)) || build
for program; do
    build --product "$program"
done
