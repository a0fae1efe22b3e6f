"""Files the same photos with the librarian, with the bare reference program and with what people use today, in turn, and
compares them. Started by ingest.sh, which makes the database and builds the programs.

What is compared is always the middle of several rounds of one run on one machine: the figures of two runs are not.
"""

import argparse
import json
import os
import subprocess
import time
from pathlib import Path
from statistics import median

from contenders import PEERS, Ceiling, Copier, Librarian, Site, photos_of
from database import Database
from machine import machine
from report import Outcome, plot, table

# Label, photos, bytes of each, rounds. A run of the small ones takes a second, and differs by a twentieth from the next.
SETS = [("40 KB", 20_000, 40_000, 9), ("4 MB", 1_000, 4_000_000, 5)]
# A tenth is enough for programs that are ten times slower, and whose cost is the same for every file.
PEERS_SHARE = 10
PEERS_ROUNDS = 3
# A slow machine makes fewer rounds than a set has: a whole run is to take less than a quarter of an hour.
LEAST_ROUNDS = 3
ENOUGH_SECONDS = 150


def take_turns(contenders, rounds, least, begin_anew, prepare, check):
    """Every contender once a round, what people use today in the first rounds alone. Each round is begun by the next one, and
    every second goes on in the opposite order: none always comes behind the same one, and finds what that left, or is always
    the first behind a new beginning. Behind the `least` rounds no other is begun once there has been time enough.
    """
    runs = {contender.name: [] for contender in contenders}
    end = time.monotonic() + ENOUGH_SECONDS
    for number in range(rounds):
        if number >= least and time.monotonic() > end:
            print(f"  {number} rounds instead of {rounds}, for this machine takes long", flush=True)
            break
        begin_anew()
        taking_part = [each for each in contenders if each not in PEERS or number < PEERS_ROUNDS]
        turn = number % len(taking_part)
        order = taking_part[turn:] + taking_part[:turn]
        if number % 2 == 1:
            order = order[:1] + order[:0:-1]
        for contender in order:
            files = prepare(contender)
            runs[contender.name].append(contender.run(*files))
            check(contender, *files)
    return runs


def libraries_of(program):
    """The files of the shared libraries that a program is loaded with."""
    words = subprocess.run(["ldd", program], check=True, capture_output=True, text=True).stdout.split()
    return [word for word in words if word.startswith("/")]


def remember_only(photos, programs):
    """Lets the kernel remember the photos, the programs with their libraries and nothing else, where it lets us (root may): what
    it keeps of the rounds before, such as hundreds of thousands of names, slowed some contenders by a tenth, and others by half
    of that.
    """
    os.sync()
    try:
        Path("/proc/sys/vm/drop_caches").write_text("3\n")
    except OSError as error:
        print(f"  the kernel's memory stays as it is: {error}", flush=True)
    libraries = {library for program in programs for library in libraries_of(program)}
    needed = [*map(str, programs), *libraries, *(os.path.join(photos, photo) for photo in photos_of(photos))]
    # Eight at once: one after the other they took three seconds before every round, instead of one.
    reading = ["xargs", "--null", "--max-procs=8", "--max-args=100", "cat", "--"]
    subprocess.run(reading, input="\0".join(needed).encode(), stdout=subprocess.DEVNULL, check=True)


def outcomes(label, kind, size, runs):
    return [
        Outcome(
            set=label, kind=kind, name=name, files=each[0].files, size=size,
            rates=[run.files / run.seconds for run in each], rate=median(run.files / run.seconds for run in each),
            processor=median(run.processor / run.files for run in each), peak=max(run.peak for run in each) / 1024)
        for name, each in runs.items()
    ]


def one_set(label, count, size, rounds, least, options, database):
    photos = options.scratch / "sets" / label.replace(" ", "")
    subprocess.run(["python3", Path(__file__).with_name("photo_set.py"), photos, str(count), str(size)], check=True)
    site = Site(options.scratch / "sites" / photos.name, database)
    librarian = Librarian(options.librarian)
    connection = f"dbname={database.name}"
    own = [librarian, Ceiling(options.ceiling, 1, connection), Ceiling(options.ceiling, 2, connection)]
    alone = Ceiling(options.ceiling, os.cpu_count(), label="hashing alone")

    def begin_anew():
        remember_only(photos, [options.librarian, options.ceiling])

    def prepare(contender):
        share = count // PEERS_SHARE if contender in PEERS else count
        site.prepare(photos, share, contender.template)
        return site, share

    def check(contender, _, files):
        if contender.needs_rows:
            site.expect(contender.name, files)

    peers = [peer for peer in PEERS if peer.is_there] if options.peers else []
    print(f"\n{count} photos of {label}, up to {rounds} rounds, of which what people use takes part in {PEERS_ROUNDS}", flush=True)
    found = outcomes(label, "filing", size, take_turns(own + [alone] + peers, rounds, least, begin_anew, prepare, check))

    # Another file system, where nothing can be renamed.
    site = Site(options.scratch / "copies" / photos.name, database, inboxes=options.elsewhere / "Photos_Inbox")
    others = [Librarian(options.librarian, "librarian, between disks")]
    others += [Copier(options.ceiling, os.cpu_count(), from_disk) for from_disk in (False, True)]
    found += outcomes(label, "copying", size, take_turns(others, rounds, least, begin_anew, prepare, check))
    site.clear_inboxes()
    return found


def main():
    parser = argparse.ArgumentParser()
    for name in ("librarian", "ceiling", "scratch", "elsewhere", "binaries", "to"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--rounds", type=int, help="of all sets, instead of at most each one's own")
    parser.add_argument("--peers", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--sets", nargs="*", default=[label for label, *_ in SETS])
    options = parser.parse_args()

    database = Database(options.binaries)
    found = []
    for label, count, size, rounds in SETS:
        if label in options.sets:
            # Who asks for rounds gets them, however long they take.
            least = options.rounds or LEAST_ROUNDS
            found += one_set(label, count, size, options.rounds or rounds, least, options, database)
            print(table([outcome for outcome in found if outcome.set == label]), flush=True)
    options.to.mkdir(parents=True, exist_ok=True)
    report = {"machine": machine(options), "outcomes": [vars(outcome) for outcome in found]}
    (options.to / "ingest.json").write_text(json.dumps(report, indent=1) + "\n")
    plot(found, report["machine"], options.to / "ingest.svg")
    print(f"\nWritten to {options.to}/ingest.json and ingest.svg")


if __name__ == "__main__":
    main()
