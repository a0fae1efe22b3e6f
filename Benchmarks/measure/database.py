"""A scratch database, and the server that has it."""

import subprocess
from pathlib import Path


class Database:
    """A scratch database beside its server."""

    def __init__(self, binaries, name="photo_factory"):
        self.binaries, self.name = Path(binaries), name
        self.former = 0

    def run(self, program, *arguments):
        return subprocess.run([self.binaries / program, *arguments], check=True, capture_output=True, text=True).stdout

    def renew(self, template, strategy="wal_log"):
        """Makes the database anew; the strategy `file_copy` is the one for large templates."""
        self.run("dropdb", "--if-exists", "--force", self.name)
        self.run("createdb", f"--strategy={strategy}", "--template", template, self.name)

    def renew_beside(self, template):
        """The same, while the one before stays under another name: its thousand files are not deleted, see `Site`."""
        if self.run("psql", "-XAtqc", f"SELECT 1 FROM pg_database WHERE datname = '{self.name}'", "-d", "postgres"):
            self.former += 1
            self.run("psql", "-Xqc", f"ALTER DATABASE {self.name} RENAME TO {self.name}_{self.former}", "-d", "postgres")
        self.run("createdb", "--strategy=wal_log", "--template", template, self.name)

    def checkpoint(self):
        """Lets the server write what it still holds."""
        self.run("psql", "-Xqc", "CHECKPOINT", "-d", "postgres")

    def query(self, statement):
        """The first column of the first row, as text."""
        return self.run("psql", "-XAtq", "--set=ON_ERROR_STOP=1", "-d", self.name, "-c", statement).strip()

    def count(self, table):
        return int(self.query(f"SELECT count(*) FROM {table}"))
