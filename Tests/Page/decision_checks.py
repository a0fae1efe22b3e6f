"""What the page decides from values alone: its modules are asked directly."""

import re

import scenarios
from mock_server import PAGE


def ask(browser, module, expression, *arguments):
    """The value of a JavaScript expression in which `m` is a module of the page and `a` are the arguments."""
    answer = browser.driver.execute_async_script(
        f"const done = arguments[2]; const a = arguments[1]; import(arguments[0]).then((m) => done({{value: {expression}}}), (error) => done({{error: String(error)}}))",
        f"/page/{module}.js", list(arguments))
    assert "error" not in answer, answer
    return answer["value"]


def with_changes(make, **changes):
    state = make()
    for name, change in changes.items():
        state.changes[name.replace("_", "-")] = change
    return state


def check_verdicts(browser, server):
    """The headline promises nothing that the document does not say"""
    red, yellow, unknown = {"light": "red", "status": "ERROR"}, {"light": "yellow"}, {"light": "unknown", "status": None, "age_seconds": None, "current_task": None}
    blind, quarantine, none_yet = scenarios.healthy(), scenarios.healthy(), scenarios.healthy()
    blind.missing_parts = {"media"}
    quarantine.intake_counts["quarantined"] = 2
    for name, *_ in [(service["name"],) for service in none_yet.services()]:
        none_yet.changes[name] = unknown
    table = [
        (scenarios.healthy(), "good", "Your photos are safe."),
        (scenarios.empty(), "good", "Ready for your first photo."),
        (with_changes(scenarios.healthy, librarian=red), "bad", "Librarian needs you."),
        (with_changes(scenarios.healthy, librarian=red, factory_db=red), "bad", "2 services need you."),
        (with_changes(scenarios.healthy, factory_db=yellow), "attention", "Your photos are safe. Database needs a look."),
        (with_changes(scenarios.healthy, cleanup=unknown), "good", "Your photos are safe."),
        (quarantine, "attention", "Your photos are safe. 2 files need a look."),
        (blind, "attention", "Part of the picture is missing."),
        (none_yet, "unknown", "Waiting for the first reports."),
    ]
    browser.open(server.address)
    for state, level, title in table:
        found = ask(browser, "verdict", "m.verdict(a[0])", state.document())
        assert (found["level"], found["title"]) == (level, title), found
    blind_with_red = with_changes(scenarios.healthy, librarian=red)
    blind_with_red.missing_parts = {"media"}
    assert ask(browser, "verdict", "m.verdict(a[0]).level", blind_with_red.document()) == "bad"


def check_words(browser, server):
    """Numbers, sizes, shares and times read well, and almost all is never all"""
    browser.open(server.address)
    for expression, wanted in [
        ("m.percent(1)", "100 %"), ("m.percent(0.99999)", "99.9 %"), ("m.percent(0.5)", "50 %"), ("m.percent(0)", "0 %"),
        ("m.bytes(0)", "0 B"), ("m.bytes(999)", "999 B"), ("m.bytes(1500)", "1.5 KB"), ("m.bytes(2.5e12)", "2.5 TB"),
        ("m.duration(-3)", "0 s"), ("m.duration(89)", "89 s"), ("m.duration(300)", "5 min"), ("m.duration(86400)", "24 h"), ("m.duration(5184000)", "60 days"),
        ("m.counted(1, 'photo')", "1 photo"), ("m.counted(1204, 'photo')", "1,204 photos"), ("m.day('2023-12-25T23:59:59')", "25 Dec 2023"),
        ("m.day(null)", "no date"), ("m.fileType('a.b.HEIC')", "HEIC"), ("m.fileType('.hidden')", "FILE"), ("m.fileType('noext')", "FILE"),
    ]:
        found = ask(browser, "format", expression)
        assert found == wanted, f"{expression} is {found!r}, not {wanted!r}"
    assert ask(browser, "polling", "[1, 2, 3, 4, 9].map(m.retryMilliseconds)") == [1000, 2000, 4000, 5000, 5000]
    strip = ["ok"] * 90 + ["gap"] * 4 + ["ok"] * 2
    assert ask(browser, "heartbeat_strip", "m.stripWords(a[0], new Date(2026, 10, 28, 12, 7))", strip) == "Silent 10:45–11:45"
    assert ask(browser, "heartbeat_strip", "m.stripWords(a[0], new Date())", ["none"] * 96) == "No reports in 24 hours"


def check_files(browser, server):
    """The page is flat, known to its server, loads nothing from elsewhere, and puts nothing into HTML"""
    names = [file.name for file in PAGE.iterdir()]
    served = (PAGE.parent / "Web/PageFiles.swift").read_text()
    assert all(f'PageFile(name: "{name}"' in served for name in names), "a file has no line in PageFiles.swift"
    assert all(re.fullmatch(r"[a-z][a-z0-9_.-]*", name) for name in names), names
    code = "".join(file.read_text() for file in PAGE.glob("*.js"))
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", code)
    server.state = scenarios.healthy()
    browser.open(server.address)
    browser.wait(lambda: browser.listed() == 30, "the photos are listed")
    others = browser.script("return performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith(location.origin + '/'))")
    assert not others, others
    loaded = browser.script("return performance.getEntriesByType('resource').map((entry) => entry.name.split('/page/')[1]).filter(Boolean)")
    # The outline of the land comes with the map, where it is checked.
    unused = set(names) - set(loaded) - {"index.html", "icon.svg", "world.svg"}
    assert not unused, f"no part of the page: {unused}"
