"""What needs a look, kind by kind."""

import scenarios
from console import expects

QUARANTINE = "#look-kinds button:nth-child(2)"


def open_looks(browser, server):
    server.state = scenarios.phone_guard()
    browser.open(server.address)
    browser.wait_text("#looks", "The file ends before its picture does")


def check_other_kind_is_empty_first(browser, server):
    """Choosing another kind takes the lines of the last one away at once"""
    open_looks(browser, server)
    server.state.held = {"intake"}
    browser.click(QUARANTINE)
    assert browser.count("#looks > li") == 0 and not browser.find("#looks-more").is_displayed()
    assert browser.text("#looks-empty") == "Loading …"
    server.state.held = set()
    browser.wait_text("#looks", "Every name for it is taken")


@expects("500")
def check_other_kind_fails(browser, server):
    """A kind that could not be loaded shows why, and no line of another"""
    open_looks(browser, server)
    server.state.fails_once = {"intake"}
    browser.click(QUARANTINE)
    browser.wait_text("#looks-empty", "Something went wrong.")
    assert browser.count("#looks > li") == 0 and not browser.find("#looks-more").is_displayed()
    server.state.filed_today += 1
    browser.click("#refresh-now")
    browser.wait_text("#looks", "Every name for it is taken")


def check_reasons_change(browser, server):
    """A line follows its reason"""
    open_looks(browser, server)
    for asset in server.state.assets:
        if asset["has_errors"]:
            asset["error_message"] = "It has been read again: only its last line is missing."
    server.state.filed_today += 1
    browser.click("#refresh-now")
    browser.wait_text("#looks", "only its last line is missing")
    assert browser.count("#looks > li") == 1
