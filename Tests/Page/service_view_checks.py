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
