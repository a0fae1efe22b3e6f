"""How the page keeps up with its server."""

import time

import scenarios
from console import expects


@expects("ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET", "ERR_EMPTY_RESPONSE")
def check_server_gone(browser, server):
    """A server that is gone turns “last updated” red, and is found again within seconds"""
    server.state = scenarios.healthy()
    browser.open(server.address)
    browser.wait_text("#headline-title", "Your photos are safe.")
    server.stop()
    browser.click("#refresh-now")
    browser.wait_text("#headline-title", "The factory does not answer.", 12)
    assert "No answer" in browser.text("#freshness") and "last updated" in browser.text("#freshness")
    red = browser.script("return getComputedStyle(document.getElementById('freshness')).color")
    assert red == "rgb(179, 38, 30)", red
    browser.picture("server-gone-light")
    time.sleep(8)
    server.state.add_asset(77)
    server.start()
    browser.wait_text("#headline-title", "Your photos are safe.", 6.5)
    assert browser.script("return document.getElementById('freshness').dataset.state") == "fresh"
    assert "13 photos" in browser.text("#headline-text")


def check_server_hangs(browser, server):
    """A server that stops in the middle of an answer is told like one that is gone"""
    server.state = scenarios.healthy()
    browser.open(server.address)
    browser.wait_text("#headline-title", "Your photos are safe.")
    server.state.hangs = True
    server.state.filed_today = 99
    browser.click("#refresh-now")
    browser.wait_text("#freshness", "No answer", 13)
    server.state.hangs = False
    browser.wait_text("#headline-text", "99 photos", 6)
    assert "No answer" not in browser.text("#freshness")


@expects("500")
def check_hiccup(browser, server):
    """A list that could not be loaded once is there with the next refresh"""
    server.state = scenarios.phone_guard()
    server.state.fails_once = {"assets", "timeline", "intake"}
    browser.open(server.address)
    browser.wait(lambda: "assets" not in server.state.fails_once and "timeline" not in server.state.fails_once, "requests fail")
    server.state.filed_today += 1
    for _ in range(2):
        server.state.filed_today += 1
        browser.click("#refresh-now")
        browser.wait_text("#headline-text", f"{server.state.filed_today} photos")
    browser.wait(lambda: browser.listed() == 31 and browser.count("#timeline > li") == 2, "photos and months are listed")
    browser.wait_text("#looks", "The file ends before its picture does")


def check_interval_is_remembered(browser, server):
    """How often to refresh is remembered, and kept to"""
    browser.open(server.address)
    browser.wait_text("#headline-title", "Ready")
    assert browser.script("return document.getElementById('refresh-interval').value") == "10"
    choose_interval(browser, "5")
    browser.driver.refresh()
    browser.wait_text("#headline-title", "Ready")
    assert browser.script("return document.getElementById('refresh-interval').value") == "5"
    before = server.polls()
    time.sleep(6)
    assert server.polls() == before + 1, f"{server.polls() - before} polls in 6 s"


def check_off(browser, server):
    """Refreshing can be switched off, and says so"""
    browser.open(server.address)
    browser.wait_text("#headline-title", "Ready")
    choose_interval(browser, "5")
    choose_interval(browser, "0")
    before = server.polls()
    time.sleep(6.5)
    assert server.polls() == before
    assert "Paused" in browser.text("#freshness")


def check_hidden_tab(browser, server):
    """A hidden tab asks nothing, and catches up when it is looked at again"""
    browser.open(server.address)
    browser.wait_text("#headline-title", "Ready")
    choose_interval(browser, "5")
    pretend_hidden(browser, True)
    time.sleep(0.3)
    before = server.polls()
    time.sleep(6.5)
    assert server.polls() == before, "a hidden tab does not ask"
    pretend_hidden(browser, False)
    browser.wait(lambda: server.polls() > before, "it asks at once", 1.5)


def check_unchanged(browser, server):
    """What has not changed is answered by 304, and the page stays as it is but for the ages"""
    server.state = scenarios.healthy()
    browser.open(server.address)
    browser.wait_text("#headline-title", "Your photos are safe.")
    browser.wait(lambda: browser.listed() == 30, "the photos are listed")
    browser.script("window.changes = 0; new MutationObserver((list) => {"
                   "window.changes += list.filter(({target}) => !(target.parentElement ?? target).closest('.service-age')).length; })"
                   ".observe(document.getElementById('content'), {subtree: true, childList: true, characterData: true, attributes: true})")
    browser.click("#refresh-now")
    browser.wait(lambda: any(status == 304 for _, path, status in server.requests if path == "/api/v1/dashboard"), "304 is answered")
    time.sleep(0.5)
    assert browser.script("return window.changes") == 0


def check_no_jump(browser, server):
    """A refresh with news keeps focus and scroll position, and nothing above them moves"""
    server.state = scenarios.healthy()
    browser.open(server.address)
    browser.wait(lambda: browser.listed() == 30, "the photos are listed")
    browser.script("const button = document.querySelector('[data-service=dashboard] .service-open'); button.focus(); "
                   "button.scrollIntoView({block: 'center', behavior: 'instant'})")
    place = "return [scrollY, document.querySelector('[data-service=dashboard]').getBoundingClientRect().top, document.activeElement.textContent]"
    before = browser.script(place)
    server.state.add_asset(55)
    server.state.changes["librarian"] = {"light": "yellow", "status": "WARNING", "current_task": "12 files wait and nothing moves"}
    browser.script("document.getElementById('refresh-now').click()")
    browser.wait_text("#headline-title", "Librarian needs a look")
    time.sleep(0.3)
    after = browser.script(place)
    assert after[2] == before[2] == "Dashboard", f"the focus went to {after[2]!r}"
    assert abs(after[1] - before[1]) < 1, f"moved from {before[:2]} to {after[:2]}"


def choose_interval(browser, value):
    browser.script("const select = document.getElementById('refresh-interval'); select.value = arguments[0]; select.dispatchEvent(new Event('change'))", value)


def pretend_hidden(browser, hidden):
    # Chromium without a screen never hides a tab, so the page is told what the browser would tell it.
    browser.script("Object.defineProperty(document, 'hidden', {value: arguments[0], configurable: true}); "
                   "document.dispatchEvent(new Event('visibilitychange'))", hidden)
