"""The headline is green only where the document says that all is well."""

import scenarios
from decision_checks import ask, with_changes

UNKNOWN = {"light": "unknown", "status": None, "age_seconds": None, "current_task": None}
RED = {"light": "red", "status": "ERROR"}
SIZE = 4_000_000_000_000


def verdict(browser, document):
    return ask(browser, "verdict", "m.verdict(a[0])", document)


def disk(free, total=SIZE):
    return {"free": free, "total": total}


def document(**parts):
    state = scenarios.healthy()
    state.parts.update(parts)
    return state.document()


def room(storage=disk(SIZE // 2), inbox=disk(SIZE // 3)):
    return {"storage": {"storage": storage, "inbox": inbox}}


def check_missing_is_not_green(browser, server):
    """Whatever cannot be seen keeps the headline from being green, and is named"""
    browser.open(server.address)
    reason = "It does not answer."
    for parts, words in [
        ({"degraded": [{"part": "services.strip", "reason": reason}]}, "The services' past cannot be seen right now."),
        ({"degraded": [{"part": "containers", "reason": reason}]}, "Containers cannot be seen right now."),
        ({"degraded": [{"part": "storage", "reason": reason}]}, "Disk space cannot be seen right now."),
        ({"storage": None}, "Disk space cannot be seen right now."),
        (room(storage=None), "Disk space cannot be seen right now."),
        ({"intake": None}, "Intake cannot be seen right now."),
        ({"recent": None, "media": None, "intake": None}, "Photos and intake cannot be seen right now."),
    ]:
        found = verdict(browser, document(**parts))
        assert (found["level"], found["title"]) == ("attention", "Part of the picture is missing."), (parts, found)
        assert words in found["text"], found
    also_red = with_changes(scenarios.healthy, librarian=RED)
    also_red.parts["storage"] = None
    found = verdict(browser, also_red.document())
    assert found["level"] == "bad" and "Disk space cannot be seen" in found["text"], found


def check_room(browser, server):
    """A disk that is full is bad, one that fills up is to be looked at, and one that tells no size is not known"""
    browser.open(server.address)
    for parts, level, title, words in [
        (room(disk(SIZE // 100)), "bad", "Storage is full.", "Storage has 40.0 GB of 4.0 TB left. Make room on its disk"),
        (room(disk(999_999_999, 5_000_000_000)), "bad", "Storage is full.", "Make room"),
        (room(inbox=disk(0)), "bad", "The inbox is full.", "The inbox has 0 B of 4.0 TB left. Make room on its disk, or phones cannot send more."),
        (room(disk(1), disk(1)), "bad", "Storage is full.", "Make room"),
        (room(disk(1), disk(2)), "bad", "Storage and the inbox are full.", "phones"),
        (room(disk(SIZE // 20)), "attention", "Your photos are safe. Storage is filling up.", "Storage has 200 GB of 4.0 TB left."),
        (room(disk(SIZE // 10)), "good", "Your photos are safe.", "Everything is running."),
        (room(disk(0, 0)), "unknown", "Your photos are safe.", "How much room Storage has is not known."),
        (room(inbox=disk(0, 0)), "unknown", "Your photos are safe.", "How much room the inbox has is not known."),
    ]:
        found = verdict(browser, document(**parts))
        assert (found["level"], found["title"]) == (level, title) and words in found["text"], (parts, found)
        assert "NaN" not in found["text"], found
    full = with_changes(scenarios.healthy, librarian=RED)
    full.free_share = 0.001
    assert verdict(browser, full.document())["title"] == "Storage is full. Librarian needs you."


def check_silent_services(browser, server):
    """Everything is running only where everybody who has to has said so"""
    browser.open(server.address)
    for changes, level, words in [
        ({"service_monitor": UNKNOWN}, "unknown", "The monitor has not reported yet."),
        ({"service_monitor": UNKNOWN, "factory_db": UNKNOWN, "syncthing": UNKNOWN}, "unknown", "2 services have not reported yet."),
        ({"cleanup": UNKNOWN, "syncthing": UNKNOWN}, "good", "Everything is running."),
        ({"syncthing": RED, "service_monitor": UNKNOWN}, "bad", "4 other services are running. The monitor has not reported yet."),
        ({"librarian": UNKNOWN}, "unknown", "The librarian has not reported yet."),
    ]:
        found = verdict(browser, with_changes(scenarios.healthy, **changes).document())
        assert found["level"] == level and words in found["text"], (changes, found)
        assert level == "good" or "Everything is running" not in found["text"], found
    nobody = scenarios.healthy()
    nobody.changes = {service["name"]: UNKNOWN for service in nobody.services()}
    assert "No service has reported yet." in verdict(browser, nobody.document())["text"]


def check_filing_is_no_guess(browser, server):
    """That photos are filed while they cannot be counted is said only where a librarian is known to be well"""
    browser.open(server.address)
    promise = "Photos that arrive are filed all the same."
    blind = {"media": None, "recent": None, "intake": None}
    assert promise in verdict(browser, document(**blind))["text"]
    for parts in (blind | {"services": None}, blind | room(disk(1), disk(1))):
        assert promise not in verdict(browser, document(**parts))["text"], parts
    for light in (UNKNOWN, RED, {"light": "yellow"}):
        state = with_changes(scenarios.healthy, librarian=light)
        state.parts.update(blind)
        assert promise not in verdict(browser, state.document())["text"], light
    dark = verdict(browser, document(**blind | {"services": None}))
    assert dark["text"] == "Services, photos and intake cannot be seen right now. Nobody can tell whether everything is running."
