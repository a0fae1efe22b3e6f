"""The first look at an inbox whose files all have to wait: how long it takes, and whether memory grows."""

import time
from statistics import median

from figure import Figure
from services import LIBRARIAN, MEMORY

NAME = "waiting"
FEW, MANY, SIZE = 10_000, 100_000, 1_000
# For as long as a day, so that nothing becomes quiet while this is measured.
QUIET = {"LIBRARIAN_QUIET_SECONDS": "86400", "LIBRARIAN_GROUP_SECONDS": "0"}
IDLE = 10


def one(factory, site, count):
    """The service, from its start until it says what waits."""
    librarian = site.start("librarian", "run", **QUIET)
    seconds, found = librarian.await_line(r"in the inbox stay: (\d+) that are no photos, (\d+) that wait", 120)
    processor = librarian.processor
    if found.groups() != ("0", str(count)):
        raise SystemExit(f"{count} files should wait, but {librarian.last_words}")
    before = librarian.processor
    time.sleep(IDLE)
    rest = librarian.processor - before
    peak = librarian.memory["VmHWM"]
    librarian.stop()
    if site.left() != count:
        raise SystemExit(f"of {count} files that wait {site.left()} are left")
    return {"seconds": seconds, "processor": processor, "peak": peak, "rest": rest / IDLE * 100}


def measure(factory, options):
    runs = {}
    for count in (FEW, MANY):
        site = factory.site()
        # New links have a new time of change: nothing has been quiet for a day.
        site.lay(factory.photos(count, SIZE))
        runs[count] = [one(factory, site, count) for _ in range(min(options.rounds, 3))]
        site.clear()
    figures = []

    def add(name, count, what, unit, goal=None):
        values = [run[what] for run in runs[count]]
        figures.append(Figure(NAME, f"{name}, {count:,} files that wait", median(values), unit, goal, values))

    for count in runs:
        add("start to the end of the first look", count, "seconds", "s", 2 if count == MANY else None)
        add("  processor time", count, "processor", "s")
        add("  memory at its highest", count, "peak", "MB", MEMORY[LIBRARIAN])
        add(f"  processor in the {IDLE} s after it, of one core", count, "rest", "%")
    ratio = median(run["peak"] for run in runs[MANY]) / median(run["peak"] for run in runs[FEW])
    figures.append(Figure(NAME, "memory, 100,000 beside 10,000 that wait", ratio, "", 1.2))
    return figures
