"""All services together with as little as a small NAS has for them, while photos arrive."""

import os
import threading
import time

import services
from cgroup import Group, NoGroup
from factory import COPIES
from figure import Figure
from verifying import forget

NAME = "limit"
FILES, SIZE = 10_000, 40_000
# What a small NAS has for them, and so little that what is read has to be forgotten again.
LIMITS = (512, 128)
PATIENCE = 120


class Sampling:
    """What the group has at the highest, a look every 20 ms, while somebody looks at the page every second."""

    def __init__(self, group, address):
        self.group, self.address = group, address
        self.own, self.files, self.answers, self.refused = 0, 0, 0, 0
        self._end = threading.Event()
        self._threads = [threading.Thread(target=each, daemon=True) for each in (self._sample, self._poll)]
        for each in self._threads:
            each.start()

    def _sample(self):
        while not self._end.wait(0.02):
            self.own, self.files = max(self.own, self.group.own), max(self.files, self.group.files)

    def _poll(self):
        while not self._end.wait(1):
            is_answered = services.answer(f"{self.address}/api/v1/dashboard") is not None
            self.answers += is_answered
            self.refused += not is_answered

    def stop(self):
        self._end.set()
        for each in self._threads:
            each.join(10)


def arrive(site, photos):
    """Moves the photos into the inbox, a folder after the other, as Syncthing would: whole, under their last names."""
    for place, _, names in sorted(os.walk(photos)):
        folder = site.inbox / os.path.relpath(place, photos)
        folder.mkdir(parents=True, exist_ok=True)
        for name in names:
            os.link(os.path.join(place, name), folder / name)


def await_filing(factory, started):
    wanted, end = FILES - FILES // COPIES, time.perf_counter() + PATIENCE
    while factory.database.count("media_assets") < wanted:
        if time.perf_counter() > end:
            words = started[services.LIBRARIAN].process.last_words
            raise SystemExit(f"not all of {wanted} were filed in {PATIENCE} s: {words}")
        for each in started.values():
            if not each.process.lives:
                raise SystemExit(f"{each.process.name} ended: {each.process.last_words}")
        time.sleep(0.2)


def await_copies(site):
    """Copies are removed behind what they are copies of."""
    end = time.perf_counter() + PATIENCE
    while site.left() and time.perf_counter() < end:
        time.sleep(0.5)


def measure(factory, options):
    figures = []
    for megabytes in LIMITS:
        try:
            group = Group(megabytes)
        except NoGroup as reason:
            print(f"Skipped, since no group with a limit of memory can be made here: {reason}")
            return []
        print(f"{megabytes} MB by control groups of {group.name}", flush=True)
        try:
            figures += within(group, factory, megabytes)
        finally:
            # A group can be removed when it is empty.
            factory.stop()
            group.remove()
    return figures


def within(group, factory, megabytes):
    photos = factory.photos(FILES, SIZE)
    site = factory.site()
    # So that what is read of them is counted to those who read it.
    forget(photos)
    started = {service: services.start(site, service, group.entrance) for service in services.ALL}
    for each in started.values():
        each.process.await_sign(each.is_ready, 30)
    sampling = Sampling(group, started[services.DASHBOARD].address)
    begin = time.perf_counter()
    arrive(site, photos)
    cleanup = site.start("cleanup", before=group.entrance)
    await_filing(factory, started)
    seconds = time.perf_counter() - begin
    await_copies(site)
    site.expect(FILES)
    cleanup.await_sign(lambda: not cleanup.lives, PATIENCE)
    sampling.stop()
    if sampling.refused or not sampling.answers:
        raise SystemExit(f"the page was answered {sampling.answers} times, and {sampling.refused} times not")
    taken = {service: each.process.memory for service, each in started.items()}
    for each in started.values():
        each.process.stop()
    what = f"{FILES:,} photos within {megabytes} MB, until the last is filed, 10 s of quiet included"
    own, goal = sampling.own / 1048576, sum(services.MEMORY.values())
    figures = [
        Figure(NAME, what, seconds, "s"),
        Figure(NAME, "  killed for want of memory", group.kills, "", 0),
        Figure(NAME, "  programs' own memory at its highest, all together", own, "MB", goal),
        Figure(NAME, "  files that the kernel kept, at the highest", sampling.files / 1048576, "MB"),
    ]
    if group.peak is not None:
        figures.append(Figure(NAME, "  all that was counted, at the highest", group.peak / 1048576, "MB", megabytes))
    for service, memory in taken.items():
        figures.append(Figure(NAME, f"  {service}, VmHWM", memory["VmHWM"], "MB", services.MEMORY[service]))
    site.clear()
    return figures
