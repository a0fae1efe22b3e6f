"""The states of a factory that the page is shown in."""

import datetime

from factory_state import FactoryState

GUARD = ("Nothing is moved: the folder “Camera” of Syncthing is Send & Receive, and moving a photo would delete it on the "
         "phone. Set it to Receive Only in Syncthing.")
DATABASE_DOWN = "The database does not answer: connection refused."


def empty() -> FactoryState:
    return FactoryState()


def healthy(count: int = 30) -> FactoryState:
    state = FactoryState()
    for number in range(count):
        state.add_asset(number)
    state.days = [4, 0, 11, 26, 7, 18, 12]
    state.filed_today = 12
    state.intake_counts["duplicates"] = 7
    state.strips["syncthing"] = ["none"] * 8 + ["ok"] * 88
    return state


def with_gap() -> FactoryState:
    """All well again, after a night in which one service was silent and another had an error."""
    state = healthy()
    state.strips["librarian"] = ["ok"] * 30 + ["gap"] * 9 + ["ok"] * 20 + ["warning"] * 3 + ["ok"] * 34
    state.strips["factory-db"] = ["ok"] * 40 + ["error"] * 4 + ["ok"] * 52
    state.changes["librarian"] = {"uptime_24h": 0.906}
    return state


def phone_guard() -> FactoryState:
    state = with_gap()
    state.changes["librarian"] = {"light": "red", "status": "ERROR", "current_task": GUARD, "uptime_24h": 0.87}
    state.changes["syncthing"] = {"light": "yellow", "status": "WARNING", "current_task": "The folder “Camera” is Send & Receive"}
    state.strips["librarian"] = ["ok"] * 84 + ["error"] * 12
    state.intake_counts["pending"] = 41
    state.add_asset(90, "IMG_9001.jpg", "The file ends before its picture does; it is stored as it came.")
    state.add_intake("quarantined", "holiday.jpg", "Every name for it is taken by another file.")
    state.add_intake("duplicate", "IMG_2041 (1).jpg", "The same content is stored as IMG_2041.jpg.")
    state.free_share = 0.06
    return state


def database_down(state: FactoryState) -> None:
    """What the document becomes while the database is away."""
    state.missing_parts = {"services", "media", "recent", "intake"}
    state.degraded = [{"part": part, "reason": DATABASE_DOWN} for part in ("services", "media", "recent", "intake")]


def database_back(state: FactoryState) -> None:
    state.missing_parts = set()
    state.degraded = []


def hostile() -> FactoryState:
    """Names and words that would be HTML if somebody let them."""
    state = healthy(4)
    script = "<script>window.wasRun=1</script>"
    image = "<img src=x onerror=\"window.wasRun=1\">"
    state.add_asset(91, f"{image}.jpg", f"broken {script}")
    state.add_asset(92, f"</button>{script}.heic")
    state.add_intake("quarantined", f"{script}.jpg", image)
    state.changes["librarian"] = {"light": "yellow", "status": "WARNING", "current_task": f"{image} {script}"}
    state.degraded = [{"part": "containers", "reason": f"{image} said no"}]
    state.log_lines = [f"error {script}", f"warn {image}"]
    return state


def thumbnailed(count: int = 30) -> FactoryState:
    """All have a small picture, a place and a colour, and several were taken on the same day."""
    state = healthy(count)
    for number, asset in enumerate(state.assets):
        taken = datetime.datetime(2023, 12, 25, 18, 0, 0) - datetime.timedelta(days=number // 7, minutes=number)
        asset.update({"captured_at": taken.isoformat(), "thumbnailed": True, "thumbhash": "1QcSHQRnh493V4dIh4eXh1h4kJUI",
                      "place_name": "Paris, France" if number % 14 < 7 else "Munich, Germany"})
    return state


def plenty(count: int = 100_000) -> FactoryState:
    """As many photos as a family has after some years, forty a day."""
    state = healthy(1)
    template = state.assets.pop()
    begin = datetime.datetime(2024, 6, 30, 20, 0, 0)
    for number in range(count):
        taken = begin - datetime.timedelta(days=number // 40, minutes=number % 40)
        state.assets.append({**template, "id": f"00000000-0000-4000-8000-{number:012d}", "name": f"IMG_{number:06d}.HEIC", "inline": False,
                             "captured_at": taken.isoformat(), "location": None})
    state.is_ordered = True
    return state
