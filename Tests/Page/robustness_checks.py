"""What is not as usual in the document: one part that is odd hides no other."""

import time

import scenarios
from console import expects
from decision_checks import ask


def check_no_size(browser, server):
    """A disk that tells no size is called unknown, and the page goes on"""
    server.state = scenarios.healthy()
    server.state.parts["storage"] = {"storage": {"free": 0, "total": 0}, "inbox": {"free": 10**9, "total": 10**11}}
    browser.open(server.address)
    browser.wait_text("#headline-text", "12 photos and videos came in today. How much room Storage has is not known.")
    assert browser.text(".disks li:nth-child(1)").split("\n") == ["Storage", "tells no size"], browser.text(".disks")
    assert browser.script("return [...document.querySelectorAll('.disks li')].map((line) => line.dataset.level)") == ["unknown", "bad"]
    assert browser.text(".disks li:nth-child(2)").endswith("1.0 GB free of 100 GB, nearly full")
    assert browser.count("#service-cards > li") == 6
    browser.picture("no-size-light")


@expects("could not be drawn")
def check_undrawable_part(browser, server):
    """A part that cannot be drawn is told, hides no other, and is no server that does not answer"""
    server.state = scenarios.healthy()
    server.state.changes["librarian"] = {"strip": None}
    browser.open(server.address)
    browser.wait_text("#degraded", "Services: This could not be drawn.")
    assert browser.text("#headline-title") == "Part of the picture is missing."
    assert browser.text("#headline-text") == "Services cannot be seen right now. 12 photos and videos came in today."
    browser.wait(lambda: browser.listed() == 30 and browser.count("#recent > li") == 10, "the photos are shown")
    for number in range(3):
        server.state.filed_today += 1
        browser.click("#refresh-now")
        browser.wait_text("#counters", str(server.state.filed_today))
    assert "No answer" not in browser.text("#freshness") and "does not answer" not in browser.text("#headline-title")
    browser.picture("undrawable-light")
    server.state.changes.clear()
    browser.click("#refresh-now")
    browser.wait_text("#headline-title", "Your photos are safe.")
    assert not browser.find("#degraded").is_displayed() and browser.count("#service-cards > li") == 6


def check_pending_unknown(browser, server):
    """How many files wait may not be known, which is not the same as none"""
    server.state = scenarios.healthy()
    server.state.intake_counts["pending"] = None
    browser.open(server.address)
    browser.wait_text("#counters", "how many wait in the inbox is not known")
    assert "nothing waits" not in browser.text("#counters") and "wait" not in browser.text("#headline-text")


def check_clock_ahead(browser, server):
    """A service whose clock is ahead is told as that, not by its last task"""
    server.state = scenarios.healthy()
    server.state.changes["syncthing"] = {"light": "red", "age_seconds": -7200}
    browser.open(server.address)
    browser.wait_text("#headline-title", "Syncthing needs you.")
    assert browser.text("#headline-reasons .reason-text") == "Its clock is 2 h ahead.", browser.text("#headline-reasons")
    assert browser.text('[data-service="syncthing"] .light') == "Its clock is 2 h ahead"
    assert browser.text('[data-service="syncthing"] .service-age') == "reported 2 h ahead of time"
    browser.picture("clock-ahead-light")


def check_ages_grow(browser, server):
    """How long a service has been silent grows while the server has nothing new to say, whatever the browser's clock says"""
    server.state = scenarios.healthy()
    server.state.changes["syncthing"] = {"light": "red", "age_seconds": 7200, "interval_seconds": 60}
    server.state.changes["librarian"] = {"light": "yellow", "age_seconds": 70}
    browser.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {
        "source": "const now = Date.now; Date.now = () => now() + 86400000 * 3;"})
    browser.open(server.address)
    browser.wait_text('[data-service="librarian"] .light', "Silent for 7")
    shown = browser.text('[data-service="librarian"] .light')
    browser.click("#refresh-now")
    browser.wait(lambda: any(status == 304 for _, path, status in server.requests if path == "/api/v1/dashboard"), "304 is answered")
    browser.wait(lambda: browser.text('[data-service="librarian"] .light') != shown, "its silence grows")
    documents = sum(status == 200 for _, path, status in server.requests if path == "/api/v1/dashboard")
    assert documents == 1, f"{documents} documents were needed for it"
    assert browser.text('[data-service="syncthing"] .light') == "Silent for 2 h"
    assert "Silent for 7" in browser.text("#headline-reasons") or "Silent for 8" in browser.text("#headline-reasons")


def check_aged(browser, server):
    """Ages follow the server's clock, and stand still where nobody answers any more"""
    browser.open(server.address)
    made = {"generated_at": "2026-11-28T10:00:00Z", "services": [
        {"last_heartbeat": "2026-11-28T09:59:30Z", "age_seconds": 30}, {"last_heartbeat": "2026-11-28T10:05:00Z", "age_seconds": -300},
        {"last_heartbeat": None, "age_seconds": None}]}
    assert ask(browser, "ages", "m.aged(a[0], 12.5).services.map((service) => service.age_seconds)", made) == [42, -288, None]
    assert ask(browser, "ages", "m.aged({services: null}, 3).services") is None
    assert ask(browser, "ages", "[m.secondsSince(1000, 1000, 4000), m.secondsSince(1000, 31000, 40000), m.secondsSince(1000, 1000, 9e6)]") == [3, 39, 65]


@expects("503", "401")
def check_pictures_come_back(browser, server):
    """A picture that could not be had once is asked for again, a bounded number of times"""
    server.state = scenarios.healthy(6)
    server.state.originals_status = 503
    browser.open(server.address)
    browser.wait(lambda: browser.count("#recent > li") == 6, "the photos are shown")
    browser.script("document.getElementById('recent').scrollIntoView({behavior: 'instant'})")
    browser.wait(lambda: browser.count("#recent .type-tile") == 6, "each is a tile with its type")
    before = fetched(server)
    for _ in range(4):
        answers = server.polls()
        browser.script("document.getElementById('refresh-now').click()")
        browser.wait(lambda: server.polls() > answers, "the server is asked")
        time.sleep(0.3)
    tries = fetched(server) - before
    pictures = browser.script("return new Set([...document.querySelectorAll('.tile-name')].filter((name) => name.textContent.endsWith('.jpg')).map((name) => name.textContent)).size")
    assert 0 < tries <= 2 * 2 * pictures, f"{tries} tries for {pictures} pictures in 4 answers"
    server.state.originals_status = 200
    for _ in range(9):
        browser.script("document.getElementById('refresh-now').click()")
        time.sleep(0.2)
    browser.wait(lambda: browser.script("return [...document.querySelectorAll('#recent img')].filter((image) => image.naturalWidth > 0).length") == 3, "the pictures are there")
    assert browser.count("#recent .type-tile") == 3, "what is no picture keeps its type"


def fetched(server):
    return sum(path.endswith("/original") for _, path, _ in server.requests)


def check_tiles_follow(browser, server):
    """A tile follows what becomes of its asset"""
    server.state = scenarios.empty()
    asset = server.state.add_asset(1, "IMG_1.HEIC")
    browser.open(server.address)
    browser.wait_text("#recent", "HEIC")
    browser.script("document.getElementById('recent').scrollIntoView({behavior: 'instant'})")
    asset.update({"name": "IMG_1.jpg", "inline": True, "has_errors": True, "error_message": "The end is missing.", "path": "Originals/2020/IMG_1.jpg"})
    server.state.filed_today = 5
    browser.script("document.getElementById('refresh-now').click()")
    browser.wait(lambda: browser.script("return document.querySelector('#recent img')?.naturalWidth > 0"), "its picture is shown")
    assert browser.count("#recent .type-tile") == 0 and "needs a look" in browser.text("#recent")
    browser.click("#recent button")
    browser.wait_text("#asset-view-facts", "The end is missing.")
    assert "Originals/2020/IMG_1.jpg" in browser.text("#asset-view-facts")
