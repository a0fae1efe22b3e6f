#!/usr/bin/env bash
# Tries the containers of docker-compose.yml on a real engine: builds them, starts them as a user would, breaks them and looks
# whether they heal. Everything is made in a folder and a project of its own, and is gone afterwards.
# Usage: stack.sh            IDLE_SECONDS=300 stack.sh  measures the idle stack for five minutes
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
exec </dev/null
# shellcheck source=Stack/engine.sh
source Tests/Stack/engine.sh
# shellcheck source=Stack/checks.sh
source Tests/Stack/checks.sh
# shellcheck source=Stack/project.sh
source Tests/Stack/project.sh
# shellcheck source=Stack/settings.sh
source Tests/Stack/settings.sh
# shellcheck source=Stack/scaling.sh
source Tests/Stack/scaling.sh
# shellcheck source=Stack/start.sh
source Tests/Stack/start.sh
# shellcheck source=Stack/confinement.sh
source Tests/Stack/confinement.sh
# shellcheck source=Stack/questions.sh
source Tests/Stack/questions.sh
# shellcheck source=Stack/photos.sh
source Tests/Stack/photos.sh
# shellcheck source=Stack/syncthing.sh
source Tests/Stack/syncthing.sh
# shellcheck source=Stack/outages.sh
source Tests/Stack/outages.sh
# shellcheck source=Stack/cron.sh
source Tests/Stack/cron.sh
# shellcheck source=Stack/figures.sh
source Tests/Stack/figures.sh

find_engine
make_project
trap clean_up EXIT
trap 'exit 130' INT TERM

try_files
try_scaling
build_images
try_settings
start_stack
try_confinement
try_questions
try_photos
try_health
try_syncthing
try_outages
try_cron
try_restart
tell_figures
finish
