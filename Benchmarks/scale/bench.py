"""What the factory costs when there is much of something: assets, waiting files, heartbeats, or time without work.
Started by scale.sh, which makes the cluster and builds the programs.

What is compared is always the middle of several rounds of one run on one machine: the figures of two runs are not.
"""

import argparse
import hashlib
import json
import os
from pathlib import Path

import arriving
import filing
import idling
import limited
import retention
import sizes
import starting
import verifying
import waiting
from database import Database
from factory import Factory
from figure import full_names, table
from machine import machine

PARTS = {part.NAME: part for part in (sizes, filing, waiting, arriving, verifying, retention, starting, limited, idling)}


def main():
    parser = argparse.ArgumentParser(prog="scale.sh")
    for name in ("programs", "ceiling", "scratch", "binaries", "to"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--postmaster", type=int, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", nargs="+", choices=list(PARTS), default=list(PARTS))
    options = parser.parse_args()
    options.idle_seconds = int(os.environ.get("IDLE_SECONDS") or 300)
    options.server_log = options.scratch / "server.log"

    database = Database(options.binaries)
    factory = Factory(options.programs, options.ceiling, options.scratch, database, options.postmaster)
    found = []
    try:
        for name, part in PARTS.items():
            if name in options.only:
                print(f"\n{name}: {part.__doc__.splitlines()[0]}", flush=True)
                figures = part.measure(factory, options)
                print(table(figures), flush=True)
                found += figures
    finally:
        factory.stop()
    missed = [figure for figure in found if figure.holds is False]
    print(f"\n{len(missed)} goals of {sum(figure.goal is not None for figure in found)} are missed")
    if set(options.only) == set(PARTS):
        write(options, found)


def digest(program):
    with open(program, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


def write(options, found):
    report = {
        "machine": machine(options), "rounds": options.rounds, "idle_seconds": options.idle_seconds,
        # They may have been built from something else than the commit.
        "programs": {name: digest(options.programs / name) for name in sizes.PROGRAMS},
        "figures": [
            {**vars(figure), "name": name, "holds": figure.holds} for figure, name in zip(found, full_names(found))]}
    options.to.mkdir(parents=True, exist_ok=True)
    (options.to / "scale.json").write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n")
    print(f"Written to {options.to}/scale.json")


if __name__ == "__main__":
    main()
