"""What a file costs in a small archive and in a large one: the same photos, filed into both in turn."""

import json
from statistics import median

from figure import Figure
from process import server_seconds
from services import LIBRARIAN, MEMORY

NAME = "filing"
# As with a new phone: of fewer files the start, which is the same for both, would be a part that hides the difference.
FILES, SIZE = 20_000, 40_000
SMALL, LARGE = 1_000, 1_000_000
RATIO = 1.2
COSTS = ("on the clock", "of the pass", "of processor time")
# Without a goal of their own: a page that is logged whole costs the server more than the row that touched it.
PARTS = ("of it the librarian's", "of it PostgreSQL's")


def wal(database):
    return int(database.query("SELECT pg_current_wal_insert_lsn() - '0/0'"))


def one(factory, known):
    """Seconds on the clock, of the pass alone, of processor time of both programs and of each, and what the server logged."""
    site = factory.archive(known)
    site.lay(factory.photos(FILES, SIZE))
    # Behind a checkpoint each page that is touched is logged whole, and a large archive has more of them: its worst case.
    factory.database.query("CHECKPOINT")
    report = site.root / "report.json"
    written, server = wal(factory.database), server_seconds(factory.postmaster)
    run = site.run("librarian", "ingest", "--quiet-seconds", "0", "--json", files=FILES, output=report)
    server, written = server_seconds(factory.postmaster) - server, wal(factory.database) - written
    site.expect(FILES, known)
    seconds = json.loads(report.read_text())["seconds"]
    site.clear()
    return {
        "on the clock": run.seconds, "of the pass": seconds, "of processor time": run.processor + server,
        "of it the librarian's": run.processor, "of it PostgreSQL's": server, "WAL": written, "peak": run.peak / 1024,
    }


def measure(factory, options):
    runs = {SMALL: [], LARGE: []}
    for number in range(options.rounds):
        # In turn, and neither always first.
        for known in sorted(runs, reverse=number % 2 == 1):
            runs[known].append(one(factory, known))
    figures = []
    for what in COSTS + PARTS:
        middles = {}
        for known, each in runs.items():
            values = [run[what] / FILES * 1e6 for run in each]
            middles[known] = median(values)
            figures.append(Figure(NAME, f"a file into {known:,} assets, {what}", middles[known], "µs", rounds=values))
        goal = RATIO if what in COSTS else None
        figures.append(Figure(NAME, f"  beside {SMALL:,}", middles[LARGE] / middles[SMALL], "", goal))
    for known, each in runs.items():
        values = [run["WAL"] / FILES / 1024 for run in each]
        figures.append(Figure(NAME, f"a file into {known:,} assets, PostgreSQL's log", median(values), "KiB", rounds=values))
    for known, each in runs.items():
        peak = max(run["peak"] for run in each)
        figures.append(Figure(NAME, f"librarian at its highest, {known:,} assets", peak, "MB", MEMORY[LIBRARIAN]))
    return figures
