"""What the page says of the factory."""

import scenarios
from console import expects


def check_empty(browser, server):
    """An empty factory tells a newcomer what to do"""
    browser.open(server.address)
    browser.wait_text("#headline-title", "Ready for your first photo")
    assert browser.find("#welcome").is_displayed()
    assert "Photos_Inbox" in browser.text("#welcome") and "Receive Only" in browser.text("#welcome")
    browser.wait_text("#results-empty", "Photos_Inbox")
    assert "All clear" in browser.text("#looks-empty")
    browser.picture("empty-light")


def check_healthy(browser, server):
    """A healthy factory is answered in one sentence, with its numbers, lights and pictures"""
    server.state = scenarios.healthy()
    browser.open(server.address)
    browser.wait_text("#headline-title", "Your photos are safe.")
    assert browser.text("#headline-text") == "Everything is running. 12 photos and videos came in today."
    assert browser.count("#service-cards > li") == 6 and browser.count('#service-cards .light[data-level="good"]') == 6
    assert browser.count("#recent > li") == 10
    browser.wait(lambda: browser.count("#results > li") == 30, "30 photos are listed")
    assert browser.script("return [...document.querySelectorAll('#chart tbody tr td:nth-child(2)')].map((cell) => cell.textContent)") \
        == ["4", "0", "11", "26", "7", "18", "12"]
    browser.script("document.getElementById('recent').scrollIntoView({behavior: 'instant'})")
    browser.wait(lambda: browser.script("const image = document.querySelector('#recent img'); return image.complete && image.naturalWidth > 0"), "pictures load")
    assert browser.count("#recent .type-tile") > 0, "what the browser cannot show has a tile that says its type"


def check_read_again(browser, server):
    """How long ago each original was read is told, what was found too, and nothing where none is read again"""
    server.state = scenarios.healthy()
    browser.open(server.address)
    browser.wait_text("#room", "Every original was read again within the last 42 days.")
    server.state.scrub = {"oldest_days": 0, "findings": 2, "last_round": None}
    browser.click("#refresh-now")
    browser.wait_text("#room", "within the last day. 2 are not as they should be.")
    for scrub in ({"oldest_days": None, "findings": 0, "last_round": None}, None):
        server.state.scrub = scrub
        browser.click("#refresh-now")
        browser.wait(lambda: "read again" not in browser.text("#room"), "nothing is said of reading again")
        server.state.scrub = {"oldest_days": 1, "findings": 0, "last_round": None}
        browser.click("#refresh-now")
        browser.wait_text("#room", "within the last 2 days.")


def check_copies(browser, server):
    """How far copies are proven is told, and nothing where none are made"""
    server.state = scenarios.healthy()
    browser.open(server.address)
    browser.wait_text("#room", "read again")
    assert "copy" not in browser.text("#room").replace("Keep a copy", ""), browser.text("#room")
    server.state.backup = {"oldest_days": 0, "restore_tested": 0, "damaged": 0, "last_restore_test": None}
    browser.click("#refresh-now")
    browser.wait_text("#room", "Every copy was read back within the last day.")
    server.state.backup = {"oldest_days": 29, "restore_tested": 1200, "damaged": 1, "last_restore_test": "2026-03-04T05:06:07Z"}
    browser.click("#refresh-now")
    browser.wait_text("#room", "within the last 30 days; 1,200 have been fetched again on trial, last on 4 Mar")
    browser.wait_text("#room", "1 was damaged and will be copied again.")


def check_arrival(browser, server):
    """Photos that arrive appear without a reload"""
    browser.open(server.address)
    browser.script("window.isTheSame = true")
    browser.wait_text("#headline-title", "Ready")
    for number in range(3):
        server.state.add_asset(number)
    browser.click("#refresh-now")
    browser.wait(lambda: browser.count("#recent > li") == 3 and browser.count("#results > li") == 3, "three photos appear")
    browser.wait_text("#headline-text", "3 photos and videos came in today.")
    browser.wait(lambda: browser.count("#timeline > li") > 0, "the timeline knows their months")
    assert not browser.find("#welcome").is_displayed()
    assert browser.script("return window.isTheSame === true"), "the page was loaded again"


@expects("503")
def check_degraded(browser, server):
    """A database that is down is told with its reason, once, and forgotten when it is back"""
    server.state = scenarios.healthy()
    scenarios.database_down(server.state)
    browser.open(server.address)
    browser.wait_text("#headline-title", "Part of the picture is missing.")
    assert scenarios.DATABASE_DOWN in browser.text("#degraded") and browser.count("#degraded > li") == 1
    assert "safe" not in browser.text("#headline")
    assert "—" in browser.text("#counters")
    browser.wait_text("#results-empty", scenarios.DATABASE_DOWN)
    assert "Cannot be seen" in browser.text("#looks-empty") and "Cannot be seen" in browser.text("#recent-empty")
    browser.picture("database-down-light")
    scenarios.database_back(server.state)
    browser.click("#refresh-now")
    browser.wait_text("#headline-title", "Your photos are safe.")
    assert not browser.find("#degraded").is_displayed()
    browser.wait(lambda: browser.count("#results > li") == 30, "the photos are listed again")


def check_phone_guard(browser, server):
    """A phone that would be emptied is the headline, with what to do"""
    server.state = scenarios.phone_guard()
    browser.open(server.address)
    browser.wait_text("#headline-title", "Librarian needs you.")
    assert scenarios.GUARD in browser.text("#headline-reasons")
    assert browser.text('[data-service="librarian"] .light') == "Needs help", "the light is a word, too"
    assert "41 files wait in the inbox" in browser.text("#headline-text")
    assert browser.script("return document.title").startswith("✕")
    browser.wait_text("#looks", "The file ends before its picture does")
    browser.click("#look-kinds button:nth-child(2)")
    browser.wait_text("#looks", "Every name for it is taken")
    browser.picture("phone-guard-light")


def check_silence(browser, server):
    """A service that is silent is red with how long, and gaps of the night stay visible in its strip"""
    server.state = scenarios.with_gap()
    server.state.changes["syncthing"] = {"light": "red", "age_seconds": 7200}
    browser.open(server.address)
    browser.wait_text("#headline-title", "Syncthing needs you.")
    assert browser.text('[data-service="syncthing"] .light') == "Silent for 2 h"
    assert "Silent for 2 h. It said last: 2 devices" in browser.text("#headline-reasons")
    assert "Silent" in browser.text('[data-service="librarian"] .strip-words')
    assert browser.script("return document.querySelector('[data-service=librarian] .strip-gap').getBBox().width") > 30


def check_hostile_text(browser, server):
    """Names and reasons that look like HTML are shown as the text that they are"""
    server.state = scenarios.hostile()
    browser.open(server.address)
    browser.wait_text("#headline-reasons", "<script>window.wasRun=1</script>")
    browser.wait_text("#looks", "broken <script>")
    browser.wait(lambda: browser.count("#results > li") == 6, "the photos are listed")
    browser.click("#look-kinds button:nth-child(2)")
    browser.wait_text("#looks", "<img src=x onerror=")
    browser.click('[data-service="librarian"] .service-open')
    browser.wait_text("#log", "error <script>window.wasRun=1</script>")
    assert "<img src=x" in browser.text("#degraded")
    assert browser.script("return window.wasRun === undefined")
    assert browser.count("main script, dialog script, img[src=x]") == 0
