"""The focused view of one service."""

import scenarios
from console import expects


def check_history_and_log(browser, server):
    """A service opens with its history in runs, its log, and the lines that follow"""
    server.state = scenarios.with_gap()
    browser.open(server.address)
    browser.wait_text("#headline-title", "safe")
    browser.click('[data-service="librarian"] .service-open')
    browser.wait(lambda: browser.count("#history > li") == 3, "120 heartbeats are three runs")
    assert "12 files wait, nothing moves" in browser.text("#history")
    browser.wait(lambda: browser.count("#log > li") == 30, "30 lines of the log")
    assert "running, healthy" in browser.text("#service-view-now")
    browser.picture("service-light", whole=False)
    browser.click("#log-follow")
    browser.wait_text("#log", "line 3 that followed")
    at_end = "const log = document.getElementById('log'); return log.scrollHeight - log.scrollTop - log.clientHeight < 24"
    assert browser.script(at_end), "who is at the end is kept at the end"
    browser.click("#service-view [data-close]")
    assert browser.count("dialog[open]") == 0


@expects("404")
def check_no_log(browser, server):
    """A service without a log, or without a container, says so"""
    server.state = scenarios.healthy()
    server.state.containers = False
    browser.open(server.address)
    browser.wait_text("#headline-title", "safe")
    browser.click('[data-service="cleanup"] .service-open')
    browser.wait_text("#log-note", "There is no log of this service here.")
    assert "Container" not in browser.text("#service-view-now")


def check_open_view_lives(browser, server):
    """An open view follows what its service reports"""
    server.state = scenarios.healthy()
    browser.open(server.address)
    browser.wait_text("#headline-title", "safe")
    browser.click('[data-service="librarian"] .service-open')
    browser.wait_text("#service-view-now", "Running")
    server.state.changes["librarian"] = {"light": "red", "status": "ERROR", "current_task": "Storage is full"}
    browser.script("document.getElementById('refresh-now').click()")
    browser.wait_text("#service-view-now", "Storage is full")
    assert "Needs help" in browser.text("#service-view-now")


def followed(browser):
    return browser.script("return [...document.querySelectorAll('#log li')].map((line) => line.textContent).filter((text) => text.includes('that followed'))")


def open_log(browser, server):
    browser.open(server.address)
    browser.wait_text("#headline-title", "safe")
    browser.click('[data-service="librarian"] .service-open')


@expects("ERR_INCOMPLETE_CHUNKED_ENCODING")
def check_follow_without_loss(browser, server):
    """A log that is followed misses no line and shows none twice, also where the connection broke and after a pause"""
    server.state = scenarios.healthy()
    server.state.follow_breaks_after = 3
    open_log(browser, server)
    browser.wait(lambda: browser.count("#log > li") == 30, "30 lines of the log")
    browser.click("#log-follow")
    browser.wait_text("#log", "line 5 that followed")
    assert followed(browser)[:6] == [f"line {number} that followed" for number in range(6)], followed(browser)
    browser.click("#log-follow")
    last = len(followed(browser))
    browser.click("#log-follow")
    browser.wait(lambda: len(followed(browser)) > last + 1, "it goes on")
    assert followed(browser) == [f"line {number} that followed" for number in range(len(followed(browser)))], followed(browser)
    assert browser.count("#log > li") == 30 + len(followed(browser)) or browser.count("#log > li") == 200


def check_follow_early(browser, server):
    """Who follows a log before its last lines are there gets both, in their order"""
    server.state = scenarios.healthy()
    server.state.held = {"logs/librarian"}
    open_log(browser, server)
    browser.click("#log-follow")
    server.state.held = set()
    browser.wait_text("#log", "line 1 that followed")
    lines = browser.script("return [...document.querySelectorAll('#log li')].map((line) => line.textContent)")
    assert "looked at the inbox" in lines[29] and lines[30] == "line 0 that followed", lines[28:32]
