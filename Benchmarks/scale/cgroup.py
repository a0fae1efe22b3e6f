"""A group of processes with a limit of memory, of whichever version of control groups the machine has."""

import os
import time
from pathlib import Path

NAME = f"photo-factory-bench-{os.getpid()}"
# Of the two versions: the files of the limit, of that of swap, of what was used at the highest and of how often the kernel
# killed for want of memory, and under which names memory.stat has what programs have for themselves and what is cached of
# files.
NEW = {
    "limit": "memory.max", "swap": "memory.swap.max", "peak": "memory.peak", "events": "memory.events",
    "own": "anon", "files": "file"}
OLD = {
    "limit": "memory.limit_in_bytes", "swap": "memory.memsw.limit_in_bytes", "peak": "memory.max_usage_in_bytes",
    "events": "memory.oom_control", "own": "total_rss", "files": "total_cache"}


class NoGroup(Exception):
    """This machine lets nobody make such a group, and why."""


class Group:
    """Made below the group that this process is in, so that limits that it has itself go on to count."""

    def __init__(self, megabytes):
        problems = []
        for folder, names in self._places():
            try:
                folder.mkdir()
            except OSError as error:
                problems.append(str(error))
                continue
            self.folder, self.names = folder, names
            try:
                (folder / names["limit"]).write_text(str(megabytes << 20))
                self.name = "version 2" if names is NEW else "version 1"
                return self._refuse_swap(megabytes << 20)
            except OSError as error:
                problems.append(str(error))
                folder.rmdir()
        raise NoGroup("; ".join(problems) or "no control groups with a controller of memory are mounted")

    def _refuse_swap(self, limit):
        """What does not fit is to show. The older version limits memory and swap together."""
        swap = self.folder / self.names["swap"]
        if swap.exists():
            swap.write_text("0" if self.names is NEW else str(limit))

    @staticmethod
    def _places():
        own = {}
        for line in Path("/proc/self/cgroup").read_text().splitlines():
            _, controllers, path = line.split(":", 2)
            own[controllers] = path.lstrip("/")
        for line in Path("/proc/mounts").read_text().splitlines():
            _, place, kind, settings, *_ = line.split()
            if kind == "cgroup2" and "" in own:
                # Processes are in groups without further ones below them: beside ours, where memory is handed down.
                parent = (Path(place) / own[""]).parent if own[""] else Path(place)
                if "memory" in (parent / "cgroup.subtree_control").read_text().split():
                    yield parent / NAME, NEW
            elif kind == "cgroup" and "memory" in settings.split(",") and "memory" in own:
                yield Path(place) / own["memory"] / NAME, OLD

    @property
    def entrance(self):
        """What stands before a command so that it runs in the group, on two processors at most."""
        processors = ",".join(map(str, sorted(os.sched_getaffinity(0))[:2]))
        script = 'echo $$ >"$0" && exec taskset --cpu-list "$1" "${@:2}"'
        return ("bash", "-c", script, str(self.folder / "cgroup.procs"), processors)

    def _number(self, file, name):
        lines = (self.folder / file).read_text().splitlines()
        return next((int(line.split()[1]) for line in lines if line.split()[0] == name), 0)

    @property
    def peak(self):
        """Bytes at the highest, with what the kernel keeps of files; nothing where the kernel does not count it."""
        file = self.folder / self.names["peak"]
        return int(file.read_text()) if file.exists() else None

    @property
    def own(self):
        return self._number("memory.stat", self.names["own"])

    @property
    def files(self):
        return self._number("memory.stat", self.names["files"])

    @property
    def kills(self):
        return self._number(self.names["events"], "oom_kill")

    def remove(self):
        """When all of its processes have ended."""
        for _ in range(50):
            try:
                return self.folder.rmdir()
            except OSError:
                time.sleep(0.1)
        raise SystemExit(f"{self.folder} cannot be removed")
