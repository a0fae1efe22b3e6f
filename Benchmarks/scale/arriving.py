"""Many files that arrive at once, and become quiet together: whether all are filed, and whether memory grows."""

import time

from factory import COPIES
from figure import Figure
from services import LIBRARIAN, MEMORY
from waiting import FEW, MANY, SIZE

NAME = "arriving"
# When nothing has moved for so long, what is left is left to the next look at the whole inbox, minutes later.
STANDSTILL = 20


def one(factory, count):
    site = factory.site()
    site.lay(factory.photos(count, SIZE))
    librarian = site.start("librarian", "run")
    left, moved = count, time.perf_counter()
    while left and time.perf_counter() - moved < STANDSTILL:
        time.sleep(0.5)
        if (now := site.left()) != left:
            left, moved = now, time.perf_counter()
    seconds = moved - librarian.began
    # The rows of the last batch are written behind its files.
    time.sleep(2)
    memory = librarian.memory
    librarian.stop()
    if left:
        rows = factory.database.count("media_assets")
        if not count // 2 - count // COPIES <= rows <= count - left:
            raise SystemExit(f"of {count} files {left} are left, but {rows} have rows")
    else:
        site.expect(count)
    site.clear()
    return {"seconds": seconds, "left": left, "peak": memory["VmHWM"], "after": memory["VmRSS"]}


def measure(factory, options):
    # A round takes a minute, and what it finds is as large as it is.
    runs = {count: one(factory, count) for count in (FEW, MANY)}
    figures = []
    for count, run in runs.items():
        figures += [
            Figure(NAME, f"{count:,} arrive, start until nothing moves any more, 10 s of quiet included", run["seconds"], "s"),
            Figure(NAME, "  left, after nothing has moved for some time", run["left"], "", 0),
            Figure(NAME, "  memory at its highest", run["peak"], "MB", MEMORY[LIBRARIAN]),
            Figure(NAME, "  memory when all is done", run["after"], "MB"),
        ]
    figures.append(Figure(NAME, "memory, 100,000 beside 10,000 that arrive", runs[MANY]["peak"] / runs[FEW]["peak"], "", 1.2))
    return figures
