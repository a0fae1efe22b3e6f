# Everything a newcomer needs: `make run` and `make test`. Each target is one script or one command.
SHELL := /bin/bash
SOURCES := Package.swift Services Shared Tests

.DEFAULT_GOAL := help
.PHONY: help run demo psql adopt librarian monitor cleanup test page api bench bench-guard bench-dashboard bench-geocoder bench-backup bench-thumbnailer bench-scale test-stack accuracy soak build release format lint clean

help: ## List these targets
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 26

run: ## Install what is missing, build, and run the factory until Ctrl-C
	@Stack/native/run.sh

demo: ## Like run, and drop a dozen sample photos into the inbox
	@Stack/native/demo.sh

psql: ## Open psql on the database of the running factory
	@Stack/native/psql.sh

adopt: ## Give an existing installation or a new inbox its vault id
	@Stack/native/program.sh librarian adopt

librarian: ## Another command of the librarian, such as make librarian DO="verify"
	@Stack/native/program.sh librarian $(DO)

monitor: ## Look once at database, disks and Syncthing, and say how they are
	@Stack/native/program.sh service-monitor check

cleanup: ## Remove old heartbeats now (DO="--dry-run" only counts them)
	@Stack/native/program.sh cleanup $(DO)

test: ## Install what is missing, and run all tests (FILTER=Name for some)
	@Tests/run.sh $(if $(FILTER),--filter '$(FILTER)')
	@$(if $(FILTER),true,Tests/cron.sh)
	@$(if $(FILTER),true,Tests/page.sh)
	@$(if $(FILTER),true,Tests/api.sh)
	@$(if $(FILTER),true,Tests/s3.sh)

page: ## Try the dashboard's page in a real browser (CHECK=name for some)
	@Tests/page.sh $(CHECK)

api: ## Try to break the dashboard's API (CHECK=name for some)
	@Tests/api.sh $(CHECK)

bench: ## How fast photos are filed, beside the ceiling and what people use (DO="--rounds 3")
	@Benchmarks/ingest.sh $(DO)

bench-guard: ## Whether filing takes more instructions than recorded (DO="--record" records)
	@Benchmarks/guard.sh $(DO)

bench-dashboard: ## How fast the dashboard is with a million assets (ASSETS=n)
	@Benchmarks/dashboard.sh $(ASSETS)

bench-geocoder: ## How fast places are named, beside the bare updates (DO="100000 3": assets, rounds)
	@Benchmarks/geocoder.sh $(DO)

bench-backup: ## How fast originals are copied and read back, beside bare rclone (DO="2000 3": files, rounds)
	@Benchmarks/backup.sh $(DO)

bench-thumbnailer: ## How much processor time thumbnails take, beside vipsthumbnail (DO="20 3": runs, rounds)
	@Benchmarks/thumbnailer.sh $(DO)

bench-scale: ## What much of something costs: assets, waiting files, heartbeats, idle hours (DO="--only filing")
	@Benchmarks/scale.sh $(DO)

test-stack: ## Try the containers on a real Docker engine (IDLE_SECONDS=n measures them)
	@Tests/stack.sh

accuracy: ## How many dates and places of the corpus come out right, format by format
	@Tests/accuracy.sh

soak: ## Half an hour of random trouble with release binaries (SOAK_MINUTES=n)
	@Tests/soak.sh

build: ## Debug build, tests included
	@Stack/native/packages.sh build
	swift build --build-tests

release: ## Release binaries, in .build-release
	@Stack/native/packages.sh build
	@Stack/native/build-release.sh

format: ## Format the Swift sources
	swift format --in-place --recursive $(SOURCES)

lint: ## Check the format of the Swift sources and the scripts
	@Stack/native/packages.sh lint
	swift format lint --strict --recursive $(SOURCES)
	shellcheck --external-sources --source-path=SCRIPTDIR Stack/native/*.sh Stack/compose/*.sh Stack/compose/setup/setup.sh Stack/places/*.sh Stack/world/*.sh Tests/*.sh Benchmarks/*.sh .ci/run

clean: ## Remove what was built; photos, database and logs stay
	rm -rf .build .build-release
