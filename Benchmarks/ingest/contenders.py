"""Who files the photos, and how each is started."""

import functools
import json
import os
import shutil
from pathlib import Path

from run import measured


@functools.cache
def photos_of(folder):
    """The photos of a set in the order in which they were taken, as paths below its folder."""
    return sorted(str(photo.relative_to(folder)) for photo in Path(folder).rglob("*.jpg"))


def files_size(photos, count):
    """Of so many photos of a set, in bytes: all have about the same size."""
    return count * os.path.getsize(os.path.join(photos, photos_of(photos)[0]))


class Site:
    """A folder with an inbox and a storage, and a database, all new for every run.

    What runs leave is kept: ext4 passes over inodes that were freed within the last minutes, one by one, whenever a folder
    is made. After some runs that cleared up behind them, making the folders of the days took a third of all time.
    """

    def __init__(self, base, database, inboxes=None):
        self.base, self.database = Path(base), database
        self.inboxes = Path(inboxes) if inboxes else None
        self.runs = 0

    def empty_files(self):
        """Gives back the room of all files, and leaves themselves."""
        for folder, _, names in os.walk(self.base):
            for name in names:
                place = os.path.join(folder, name)
                # Originals are read-only.
                os.chmod(place, 0o644)
                os.truncate(place, 0)

    def clear_inboxes(self):
        """Gives back the memory in which another file system's inbox lies."""
        if self.inboxes:
            shutil.rmtree(self.inboxes, ignore_errors=True)

    def prepare(self, photos, count, template):
        """Lays `count` photos of the set into the inbox: as hard links, or as copies where it is another file system's."""
        self.clear_inboxes()
        # Copies are no links, and of large files the disk holds only so many.
        if self.inboxes and files_size(photos, count) > 2e9:
            self.empty_files()
        self.runs += 1
        self.root = self.base / str(self.runs)
        self.inbox = self.inboxes or self.root / "Photos_Inbox"
        self.storage = self.root / "Storage"
        self.originals = self.storage / "Originals"
        self.originals.mkdir(parents=True)
        self.inbox.mkdir(parents=True, exist_ok=True)
        arriving = photos_of(photos)[:count]
        for folder in dict.fromkeys(map(os.path.dirname, arriving)):
            (self.inbox / folder).mkdir(parents=True)
        lay = shutil.copyfile if self.inboxes else os.link
        for photo in arriving:
            lay(os.path.join(photos, photo), os.path.join(self.inbox, photo))
        if template:
            self.database.renew_beside(template)
        # What was laid out, and what the one before wrote to the database, is not the contender's to write.
        self.database.checkpoint()
        os.sync()

    def expect(self, name, arrived):
        """Refuses a figure of work that was not done: all copies are gone, and each other file is filed and recorded."""
        copies = arrived // 20
        filed = sum(len(files) for _, _, files in os.walk(self.originals))
        left = [str(path) for path in self.inbox.rglob("*.jpg")]
        if filed != arrived - copies or left:
            raise SystemExit(f"{name} filed {filed} of {arrived - copies} and left {left[:3]}")
        rows = self.database.count("media_assets")
        if rows != arrived - copies:
            raise SystemExit(f"{name} recorded {rows} of {arrived - copies}")


class Librarian:
    """The program that all this is about, as it is shipped."""

    needs_rows = True
    template = "with_the_factory"

    def __init__(self, program, name="librarian"):
        self.program, self.name = program, name

    def run(self, site, files):
        # The storage is the librarian's own: it brings the folders into being itself.
        shutil.rmtree(site.storage)
        site.storage.mkdir()
        report = site.root / "report.json"
        place = {"FACTORY_ROOT": str(site.root), "PHOTOS_INBOX": str(site.inbox), "STORAGE": str(site.storage)}
        run = measured([self.program, "ingest", "--quiet-seconds", "0", "--json"], files, place, report)
        counts = json.loads(report.read_text().splitlines()[-1])
        if counts.get("failed"):
            raise SystemExit(f"the librarian failed with {counts}")
        return run


class Ceiling:
    """The bare reference program; without a database it only hashes."""

    def __init__(self, program, workers, connection=None, label=None):
        self.program, self.workers, self.connection = program, workers, connection
        self.needs_rows = connection is not None
        self.template = "canonical" if connection else None
        self.name = label or f"ceiling, {workers} + 1 threads"

    def run(self, site, files):
        command = [self.program, str(site.inbox), str(site.originals), str(self.workers)]
        return measured(command + ([self.connection] if self.connection else []), files)


class Peer:
    """A program that people use today, with its own idea of the work."""

    template = None
    needs_rows = False

    def __init__(self, name, arguments):
        self.name, self.arguments = name, arguments

    @property
    def is_there(self):
        return shutil.which(self.arguments[0]) is not None

    def run(self, site, files):
        places = {"inbox": str(site.inbox), "originals": str(site.originals)}
        return measured([argument.format(**places) for argument in self.arguments], files)


class Copier:
    """What a careful person does between two disks: copy, sync, and hash what arrived."""

    template = None
    needs_rows = False

    def __init__(self, ceiling, workers, from_disk):
        self.hashing = [str(ceiling), str(workers)] + (["--from-disk"] if from_disk else [])
        self.name = "cp + sync + hash" + (" from the disk" if from_disk else "")

    def run(self, site, files):
        script = 'cp -r --reflink=auto "$1" "$2/all" && sync -f "$2" && "$3" "$2/all" "$2" "${@:4}"'
        return measured(["bash", "-c", script, "copy", str(site.inbox), str(site.originals)] + self.hashing, files)


PEERS = [
    Peer("exiftool", ["exiftool", "-q", "-q", "-r", "-d", "{originals}/%Y/%Y-%m-%d", "-Directory<DateTimeOriginal", "{inbox}"]),
    Peer("jdupes (finds copies only)", ["jdupes", "-r", "-q", "-m", "{inbox}"]),
    Peer("phockup", ["phockup", "{inbox}", "{originals}", "-m", "-d", "YYYY/YYYY-MM-DD"]),
    Peer("elodie", ["elodie.py", "import", "--destination={originals}", "{inbox}"]),
    Peer("sortphotos", ["sortphotos", "-r", "-s", "--sort", "%Y/%Y-%m-%d", "{inbox}", "{originals}"]),
]
