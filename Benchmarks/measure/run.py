"""One run of a program from its start to its end."""

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass


@dataclass
class Run:
    """One run of a program over `files` files: seconds on the clock, seconds of processor time, kilobytes at its highest."""

    files: int
    seconds: float
    processor: float
    peak: int


def measured(command, files, environment=None, output=None):
    """Runs a program to its end; it and its children count, PostgreSQL's server does not."""
    # What earlier runs have written is not to be this one's burden.
    os.sync()
    with tempfile.NamedTemporaryFile("r") as usage:
        # A child of this process would be said to have taken this process's memory.
        watched = ["/usr/bin/time", "--format=%U %S %M", f"--output={usage.name}", *map(str, command)]
        begin = time.perf_counter()
        with open(output or os.devnull, "wb") as sink:
            run = subprocess.run(
                watched, stdout=sink, stderr=subprocess.PIPE, env={**os.environ, **(environment or {})}, check=False)
        seconds = time.perf_counter() - begin
        if run.returncode != 0:
            raise SystemExit(f"{command[0]} ended with {run.returncode}: {run.stderr.decode(errors='replace')[-600:]}")
        user, system, peak = usage.read().split()
    return Run(files, seconds, float(user) + float(system), int(peak))
