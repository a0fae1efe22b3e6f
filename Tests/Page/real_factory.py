"""A factory of real programs in a folder of its own: PostgreSQL, librarian, dashboard-api, and what else a check asks for."""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

import sample_pictures

BINARIES = pathlib.Path(__file__).resolve().parents[2] / ".build/debug"
PASSWORD = "four words of home"


def clean_environment() -> dict:
    """Without what says where the machine's own factory and PostgreSQL are: also the server takes its port from there."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PG", "FACTORY_"))}


def real(check):
    """Marks a check that gets a `RealFactory` instead of a server that only has its answers."""
    check.is_real = True
    return check


class RealFactory:
    """Begins empty. `settings` are those of its dashboard beside the usual ones."""

    def __init__(self) -> None:
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="photo-factory-page.", dir="/tmp"))
        self.inbox = self.folder / "Photos_Inbox"
        self.logs = self.folder / "logs"
        self.port = free_port()
        self.settings: dict = {}
        self.programs: dict = {}
        self.server = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        for folder in (self.inbox, self.folder / "Storage", self.logs):
            folder.mkdir()
        self.folder.chmod(0o755)
        self._make_cluster()
        self.start_database()
        self.run("librarian")
        self.await_log("librarian", "started")
        self.start_dashboard()

    def stop(self) -> None:
        for name in list(self.programs):
            self.end(name)
        self.stop_database()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start_dashboard(self) -> None:
        self.run("dashboard-api", DASHBOARD_PORT=str(self.port), DASHBOARD_LOGS=str(self.logs), **self.settings)
        deadline = time.monotonic() + 30
        while True:
            try:
                urllib.request.urlopen(f"{self.address}/healthz", timeout=5)
                return
            except (urllib.error.URLError, OSError):
                assert time.monotonic() < deadline, f"dashboard-api does not answer: {self.log('dashboard-api')}"
                time.sleep(0.1)

    def run(self, program: str, **settings: str) -> None:
        environment = clean_environment()
        environment |= {"PGHOST": str(self.folder), "PGUSER": "factory", "PGDATABASE": "photo_factory", "TZ": "UTC",
                        "FACTORY_ROOT": str(self.folder), "HEARTBEAT_SECONDS": "2", "LIBRARIAN_QUIET_SECONDS": "1",
                        "LIBRARIAN_RESCAN_SECONDS": "2", **settings}
        with open(self.logs / f"{program}.log", "ab") as log:
            self.programs[program] = subprocess.Popen([BINARIES / program], env=environment, stdout=log, stderr=log)

    def end(self, program: str) -> None:
        process = self.programs.pop(program)
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def log(self, program: str) -> str:
        return (self.logs / f"{program}.log").read_text()

    def await_log(self, program: str, words: str, seconds: float = 30) -> None:
        deadline = time.monotonic() + seconds
        while words not in self.log(program):
            assert time.monotonic() < deadline, f"{program} does not say {words!r}: {self.log(program)}"
            time.sleep(0.1)

    def start_database(self) -> None:
        arguments = ["-D", str(self.folder / "data"), "-k", str(self.folder), "-c", "listen_addresses=", "-c", "fsync=off",
                     "-c", "timezone=UTC"]
        log = open(self.folder / "postgres.log", "ab")
        environment = clean_environment()
        self.server = subprocess.Popen(self._as_owner("postgres") + arguments, stdout=log, stderr=log, cwd="/", env=environment)
        while subprocess.run([self._binary("pg_isready"), "-q", "-h", self.folder], check=False, env=environment).returncode != 0:
            assert self.server.poll() is None, "PostgreSQL did not start"
            time.sleep(0.1)
        # Exists already after a stop.
        command = [self._binary("createdb"), "-h", self.folder, "-U", "factory", "photo_factory"]
        subprocess.run(command, check=False, capture_output=True, env=environment)

    def stop_database(self) -> None:
        if self.server:
            self.server.send_signal(signal.SIGINT)
            self.server.wait(30)
        self.server = None

    def drop(self, *names: str) -> None:
        """Puts pictures into the inbox, each name another picture."""
        for number, name in enumerate(names):
            self.drop_bytes(name, sample_pictures.picture(sum(name.encode()) * 31 + number))

    def drop_bytes(self, name: str, content: bytes) -> None:
        path = self.inbox / "phone" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)

    def _make_cluster(self) -> None:
        data = self.folder / "data"
        data.mkdir(mode=0o700)
        if os.geteuid() == 0:
            shutil.chown(data, "postgres", "postgres")
            # For its socket.
            shutil.chown(self.folder, "postgres", None)
        subprocess.run(self._as_owner("initdb") + ["-D", str(data), "-U", "factory", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
                                                   "--no-sync"], check=True, stdout=subprocess.DEVNULL, cwd="/")

    @staticmethod
    def _binary(name: str) -> str:
        return f"{os.environ['CLUSTER_BINARIES']}/{name}"

    def _as_owner(self, name: str) -> list:
        become = ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--init-groups", "--"] if os.geteuid() == 0 else []
        return become + [self._binary(name)]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
