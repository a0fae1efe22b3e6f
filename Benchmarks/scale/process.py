"""Programs that run on: what they took so far, as the kernel counts it."""

import os
import re
import signal
import subprocess
import threading
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def stat(pid):
    """What follows the name in /proc/PID/stat, which may hold spaces itself: the first is the state."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def children(parent):
    """The fields of each process that this one started, by its id."""
    found = {}
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            try:
                fields = stat(each.name)
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(fields[1]) == parent:
                found[each.name] = fields
    return found


def server_seconds(postmaster):
    """Processor time of a PostgreSQL server: of the sessions that have ended, which the postmaster counts, and of those
    that live."""
    before = None
    while True:
        own, living = stat(postmaster), children(postmaster)
        # One that ended between two looks would be counted by neither.
        if before == living.keys():
            return (sum(map(int, own[11:15])) + sum(sum(map(int, each[11:13])) for each in living.values())) / TICKS
        before = living.keys()
        time.sleep(0.1)


class Process:
    """A program that was started here; it is stopped by its id."""

    def __init__(self, command, environment, before=()):
        """`before` becomes the program, under the same id, such as a shell that puts itself under a limit."""
        self.name = Path(command[0]).name
        self.lines = []
        self._news = threading.Condition()
        self.began, self.began_at = time.perf_counter(), time.time()
        self._process = subprocess.Popen(
            [*before, *map(str, command)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            env={**os.environ, **environment})
        self.pid = self._process.pid
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self._process.stderr:
            with self._news:
                self.lines.append((time.perf_counter() - self.began, line.rstrip()))
                self._news.notify_all()

    def await_line(self, pattern, seconds):
        """Seconds from the start to the first line of the log that has the pattern, and what was found in it."""
        end, seen = time.perf_counter() + seconds, 0
        while True:
            with self._news:
                for moment, line in self.lines[seen:]:
                    if found := re.search(pattern, line):
                        return moment, found
                seen = len(self.lines)
                left = end - time.perf_counter()
                if left <= 0 or not self.lives:
                    raise SystemExit(f"{self.name} did not say '{pattern}' in {seconds} s, but {self.last_words}")
                self._news.wait(min(left, 1))

    def await_sign(self, sign, seconds):
        """Seconds from the start until `sign` is true."""
        while not sign():
            if time.perf_counter() - self.began > seconds or not self.lives:
                raise SystemExit(f"{self.name} was not ready in {seconds} s; it said {self.last_words}")
            time.sleep(0.002)
        return time.perf_counter() - self.began

    @property
    def lives(self):
        return self._process.poll() is None

    @property
    def last_words(self):
        return [line for _, line in self.lines[-3:]]

    @property
    def processor(self):
        """Seconds of processor time since its start."""
        return sum(map(int, stat(self.pid)[11:15])) / TICKS

    @property
    def memory(self):
        """Megabytes by their names: resident now, at the highest, and its share of what several have."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        share = Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        kilobytes = lambda text, name: int(re.search(rf"^{name}:\s+(\d+)", text, re.MULTILINE)[1])
        return {
            "VmRSS": kilobytes(status, "VmRSS") / 1024, "VmHWM": kilobytes(status, "VmHWM") / 1024,
            "Pss": kilobytes(share, "Pss") / 1024,
        }

    def stop(self):
        """Ends it in order, and refuses one that had ended by itself or does not end in order."""
        if not self.lives:
            raise SystemExit(f"{self.name} ended with {self._process.returncode}: {self.last_words}")
        self._process.send_signal(signal.SIGTERM)
        try:
            code = self._process.wait(30)
        except subprocess.TimeoutExpired:
            self.kill()
            raise SystemExit(f"{self.name} did not stop in 30 s")
        self._reader.join(5)
        if code != 0:
            raise SystemExit(f"{self.name} ended with {code}: {self.last_words}")

    def kill(self):
        """For a run that is given up."""
        if self.lives:
            self._process.kill()
            self._process.wait()
