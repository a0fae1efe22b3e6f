"""A factory to measure: programs, folders and a database, made anew as often as somebody asks."""

import os
import shutil
import subprocess
from pathlib import Path

import journal
from process import Process
from run import measured

BENCHMARKS = Path(__file__).resolve().parent.parent
# Every twentieth photo of a set is a copy of the one before it.
COPIES = 20


class Site:
    """An inbox and a Storage; the database is the one that was renewed last."""

    def __init__(self, factory, root):
        self.factory, self.root = factory, root
        self.inbox, self.storage = root / "Photos_Inbox", root / "Storage"
        self.originals = self.storage / "Originals"
        self.inbox.mkdir(parents=True)
        self.storage.mkdir()
        self.environment = {
            "FACTORY_ROOT": str(root), "PHOTOS_INBOX": str(self.inbox), "STORAGE": str(self.storage),
            # The machine's own settings are not to be a part of the figures.
            "TZ": "UTC",
        }

    def run(self, program, *arguments, files=0, output=None):
        return measured([self.factory.programs / program, *arguments], files, self.environment, output)

    def start(self, program, *arguments, before=(), **settings):
        process = Process([self.factory.programs / program, *arguments], {**self.environment, **settings}, before)
        self.factory.processes.append(process)
        return process

    def lay(self, photos):
        """Lays a set of photos into the inbox, as hard links."""
        shutil.copytree(photos, self.inbox, copy_function=os.link, dirs_exist_ok=True)

    def left(self):
        return sum(name.endswith(".jpg") for _, _, names in os.walk(self.inbox) for name in names)

    def expect(self, arrived, known=0):
        """Refuses a figure of work that was not done: copies are gone, and each other file is filed and recorded."""
        wanted = arrived - arrived // COPIES
        filed = sum(len(names) for _, _, names in os.walk(self.originals))
        rows = self.factory.database.count("media_assets") - known
        if (filed, rows, self.left()) != (wanted, wanted, 0):
            raise SystemExit(f"{wanted} should be filed: {filed} are, {rows} are recorded, {self.left()} are left")

    def clear(self):
        shutil.rmtree(self.root)


class Factory:
    """Makes sites that all have the same vault id, so that each may be given any of the databases."""

    def __init__(self, programs, ceiling, scratch, database, postmaster):
        self.programs, self.ceiling, self.scratch = programs.resolve(), ceiling, scratch
        self.database, self.postmaster = database, postmaster
        self.processes = []
        self.sites = 0
        self._sets, self._archives = {}, {}
        self._begin()

    def _begin(self):
        """A first run over an empty inbox writes the vault id everywhere. Rows that are added to its database afterwards
        are those of a factory that is at work: with ids that agree, the librarian does not ask whether the files of
        earlier rows are there, until an original that it looks for is missing, which none of the new photos makes it
        do."""
        self.database.run("createdb", self.database.name)
        self.base = Site(self, self.scratch / "sites" / "base")
        self.base.run("migrate")
        self.base.run("librarian", "ingest", "--quiet-seconds", "0", "--json")
        self.keep("begun")

    def keep(self, name):
        """Keeps the database as it is under another name, to be cloned."""
        self.database.run("dropdb", "--if-exists", "--force", name)
        self.database.run("createdb", "--strategy=file_copy", "--template", self.database.name, name)

    def sql(self, file, **variables):
        settings = [f"--set={name}={value}" for name, value in variables.items()]
        place = BENCHMARKS / "archive" / file
        self.database.run("psql", "-Xq", "--set=ON_ERROR_STOP=1", *settings, "-d", self.database.name, "-f", place)

    def site(self, template="begun"):
        """A new inbox and a new Storage with the database's vault id, and the database as the template is."""
        self.sites += 1
        site = Site(self, self.scratch / "sites" / str(self.sites))
        for place in ("Photos_Inbox", "Storage"):
            shutil.copy2(self.base.root / place / ".photo-factory-vault", site.root / place)
        self.database.renew(template, "file_copy")
        return site

    def archive(self, assets):
        """A site whose database and journal know so many assets. Their files are not there: nobody reads them."""
        name = f"knows_{assets}"
        kept = self.scratch / "journals" / name
        if name not in self._archives:
            print(f"Making the rows and the journal of {assets:,} assets", flush=True)
            self.database.renew("begun")
            self.sql("assets.sql", assets=assets)
            self.sql("names.sql")
            segment, line, digest = journal.write(kept, assets)
            self.database.query(
                "INSERT INTO factory.journal_positions (librarian_id, segment, line, line_hash)"
                f" VALUES ('librarian', {segment}, {line}, '{digest}')"
                " ON CONFLICT (librarian_id) DO UPDATE SET segment = excluded.segment, line = excluded.line,"
                " line_hash = excluded.line_hash")
            self.database.query("VACUUM ANALYZE")
            self.keep(name)
            self._archives[name] = segment
        site = self.site(name)
        folder = site.storage / "Journal" / "librarian"
        folder.mkdir(parents=True)
        for segment in kept.iterdir():
            # Only the last one is written to.
            is_last = segment.name == f"{self._archives[name]:08}.jsonl"
            (shutil.copy2 if is_last else os.link)(segment, folder / segment.name)
        return site

    def photos(self, count, size):
        """A set of photos, made once."""
        if (count, size) not in self._sets:
            folder = self.scratch / "sets" / f"{count}-{size}"
            subprocess.run(
                ["python3", BENCHMARKS / "ingest" / "photo_set.py", folder, str(count), str(size)], check=True)
            self._sets[count, size] = folder
        return self._sets[count, size]

    def forget_photos(self, count, size):
        shutil.rmtree(self._sets.pop((count, size)))

    def stop(self):
        for process in self.processes:
            process.kill()
