"""Reading everything again to prove that nothing is lost, beside hashing the same files and nothing else."""

import json
import os
from statistics import median

from factory import COPIES
from figure import Figure
from run import measured
from services import LIBRARIAN, MEMORY

NAME = "verify"
FILES, SIZE = 1_000, 4_000_000


def forget(folder):
    """Lets the kernel forget what it has of these files: `verify` reads from the disk, too."""
    os.sync()
    for place, _, names in os.walk(folder):
        for name in names:
            descriptor = os.open(os.path.join(place, name), os.O_RDONLY)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(descriptor)


def verify(site, count):
    report = site.root / "report.json"
    run = site.run("librarian", "verify", "--restart", "--json", files=count, output=report)
    found = json.loads(report.read_text())
    if found["ok"] != count or found["checked"] != count:
        raise SystemExit(f"{count} originals should be whole, but verify says {found}")
    return run


def hashing(factory, site, count):
    output = site.root / "hashed"
    run = measured([factory.ceiling, site.originals, site.storage, os.cpu_count()], count, output=output)
    if int(output.read_text()) != count:
        raise SystemExit(f"{count} should be hashed, but {output.read_text()} were")
    return run


def measure(factory, options):
    photos = factory.photos(FILES, SIZE)
    site = factory.site()
    site.lay(photos)
    site.run("librarian", "ingest", "--quiet-seconds", "0", "--json")
    site.expect(FILES)
    factory.forget_photos(FILES, SIZE)
    count = FILES - FILES // COPIES
    runs = {"verify": [], "hashing alone, from the disk": [], "hashing alone, from memory": []}
    for _ in range(min(options.rounds, 3)):
        forget(site.originals)
        runs["verify"].append(verify(site, count))
        forget(site.originals)
        runs["hashing alone, from the disk"].append(hashing(factory, site, count))
        runs["hashing alone, from memory"].append(hashing(factory, site, count))
    site.clear()
    figures, rates = [], {}
    for name, each in runs.items():
        values = [count * SIZE / 1e6 / run.seconds for run in each]
        rates[name] = median(values)
        figures.append(Figure(NAME, name, rates[name], "MB/s", rounds=values))
    for name in runs:
        if name != "verify":
            figures.append(Figure(NAME, f"verify beside {name}", rates["verify"] / rates[name], ""))
    for name in ("verify", "hashing alone, from the disk"):
        values = [run.processor / (count * SIZE / 1e9) for run in runs[name]]
        figures.append(Figure(NAME, f"{name}, processor time for a GB", median(values), "s", rounds=values))
    peak = max(run.peak for run in runs["verify"]) / 1024
    figures.append(Figure(NAME, "verify, memory at its highest", peak, "MB", MEMORY[LIBRARIAN]))
    return figures
