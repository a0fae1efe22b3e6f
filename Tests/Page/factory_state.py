"""A factory that exists only as the JSON its dashboard would answer. Tests change it and look at what the page makes of it."""

import datetime
import uuid

UTC = datetime.timezone.utc
SERVICES = [
    ("librarian", "Files what arrives in the inbox and records it", 60, "12 filed, 0 pending; the inbox is empty"),
    ("factory-db", "PostgreSQL, holds the ledger and the heartbeats", 300, "answers in 2 ms"),
    ("syncthing", "Brings the files from phones and PCs", 300, "2 devices connected; all folders are Receive Only"),
    ("service-monitor", "Reports for what cannot report itself, raises alerts", 300, "3 probes, all well"),
    ("dashboard", "Serves this page", 300, "1 page is looking"),
    ("cleanup", "Removes heartbeat history after 60 days", 86400, "removed 1,204 heartbeats older than 60 days"),
]
NAMES = ["IMG_2041.jpg", "IMG_2042.HEIC", "beach morning.jpg", "PXL_20231225_113012.jpg", "MVI_0932.MP4", "DSC_7711.NEF"]


def stamp(moment: datetime.datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


class FactoryState:
    """Everything the mock server answers from."""

    def __init__(self) -> None:
        self.password = None
        self.assets: list = []
        self.intake_items: list = []
        self.intake_counts = {"duplicates": 0, "healed": 0, "quarantined": 0, "ignored": 0, "refused": 0, "pending": 0}
        self.degraded: list = []
        self.hangs = False
        self.began = datetime.datetime.now(UTC)
        # Requests below /api/v1 that wait until their path is taken out again.
        self.held: set = set()
        # Members of the document that are something else than usual.
        self.parts: dict = {}
        # How many photos one answer looks through, as a server does that has no time for more; None for all.
        self.stretch = None
        self.search_seconds = 0.0
        self.originals_status = 200
        self.tries_left = None
        self.followed = 0
        self.follow_breaks_after = None
        self.fails_once: set = set()
        self.missing_parts: set = set()
        self.changes: dict = {}
        self.strips: dict = {}
        self.filed_today = 0
        self.days = [0] * 7
        self.free_share = 0.62
        self.csrf_token = "a token"
        self.scrub = {"oldest_days": 41, "findings": 0, "last_round": None}
        self.backup = {"oldest_days": None, "restore_tested": 0, "damaged": 0, "last_restore_test": None}
        self.containers = True
        self.log_lines = [f"2026-11-28T06:{minute:02}:00Z info librarian: looked at the inbox" for minute in range(30)]

    def add_asset(self, number: int, name: str | None = None, error: str | None = None) -> dict:
        name = name or NAMES[number % len(NAMES)].replace(".", f"_{number}.", 1)
        taken = datetime.datetime(2023, 12, 25, 12, 34, 56) - datetime.timedelta(days=11 * number, minutes=7 * number)
        ingested = datetime.datetime.now(UTC) - datetime.timedelta(minutes=3 + number)
        kind = "video" if name.upper().endswith("MP4") else "photo"
        identity = str(uuid.uuid5(uuid.NAMESPACE_URL, f"asset {number} {name}"))
        asset = {
            "id": identity, "name": name, "kind": kind, "captured_at": taken.isoformat(), "ingested_at": stamp(ingested),
            "size_bytes": 3_400_000 + 71_113 * number, "path": f"Originals/{taken:%Y}/{taken:%Y-%m-%d}/{name}",
            "location": {"lat": 48.13743, "lon": 11.57549} if number % 3 == 0 else None,
            "has_errors": error is not None, "error_message": error,
            "inline": name.lower().endswith((".jpg", ".png")), "original": f"/api/v1/assets/{identity}/original",
            "thumbnailed": False, "reviewed": False,
        }
        self.assets.append(asset)
        self.filed_today += 1
        self.days[6] += 1
        return asset

    def add_intake(self, outcome: str, name: str, reason: str) -> None:
        self.intake_items.append({
            "id": len(self.intake_items) + 1, "outcome": outcome, "name": name, "original_path": f"Photos_Inbox/phone/{name}",
            "stored_path": f"Quarantine/2026-11-28/{name}" if outcome == "quarantined" else None, "size_bytes": 48_213,
            "reason": reason, "occurred_at": stamp(datetime.datetime.now(UTC))})
        key = "duplicates" if outcome == "duplicate" else outcome
        self.intake_counts[key] += 1

    def services(self) -> list:
        return [self._service(*line) for line in SERVICES]

    def _service(self, name: str, description: str, interval: int, task: str) -> dict:
        changes = self.changes.get(name, {})
        beat = self._last_heartbeat(interval, changes)
        service = {
            "name": name, "description": description, "light": "green", "status": "OK",
            "interval_seconds": interval, "last_heartbeat": stamp(beat) if beat else None,
            "current_task": task, "uptime_24h": 1.0, "strip": self.strips.get(name, ["ok"] * 96),
            "container": {"state": "running", "health": "healthy", "restarts": 0} if self.containers else None}
        age = int((datetime.datetime.now(UTC) - beat).total_seconds()) if beat else None
        return {**service, **changes, "age_seconds": age}

    def _last_heartbeat(self, interval: int, changes: dict):
        """As services report: one each interval. A change of the age is how old the last one was when all began."""
        if "age_seconds" in changes:
            age = changes["age_seconds"]
            return None if age is None else self.began - datetime.timedelta(seconds=age)
        elapsed = (datetime.datetime.now(UTC) - self.began).total_seconds() + interval // 3
        return datetime.datetime.now(UTC) - datetime.timedelta(seconds=elapsed % interval)

    def media(self) -> dict:
        today = datetime.date.today()
        by_day = [{"day": (today - datetime.timedelta(days=6 - index)).isoformat(), "count": count, "bytes": count * 4_100_000}
                  for index, count in enumerate(self.days)]
        taken = sorted(asset["captured_at"] for asset in self.assets)
        total = len(self.assets)
        return {
            "total": total, "bytes": sum(asset["size_bytes"] for asset in self.assets),
            "photos": sum(asset["kind"] == "photo" for asset in self.assets), "videos": sum(asset["kind"] == "video" for asset in self.assets),
            "filed_today": self.filed_today, "by_day": by_day,
            "first_capture": taken[0] if taken else None, "last_capture": taken[-1] if taken else None,
            "with_location": sum(asset["location"] is not None for asset in self.assets),
            "errors": sum(asset["has_errors"] for asset in self.assets),
            "pending": {"geocoded": total, "thumbnailed": total, "backed_up": total, "curated": total}}

    def document(self) -> dict:
        size = 4_000_787_030_016
        disk = {"free": int(size * self.free_share), "total": size}
        parts = {
            "services": self.services(), "media": self.media(),
            "recent": sorted(self.assets, key=lambda asset: asset["ingested_at"], reverse=True)[:10],
            "intake": dict(self.intake_counts), "storage": {"inbox": disk, "storage": disk, "scrub": self.scrub, "backup": self.backup}}
        parts.update({part: None for part in self.missing_parts})
        return {"generated_at": stamp(datetime.datetime.now(UTC)), "version": "0.1.0", **parts, "degraded": self.degraded, **self.parts}
