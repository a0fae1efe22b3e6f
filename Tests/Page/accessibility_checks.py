"""axe-core finds nothing serious, in any state, light and dark."""

import functools
import importlib.util
import pathlib

import scenarios
from console import expects


@functools.cache
def axe_source() -> str:
    # The package is wanted for the script that lies in it; its own code needs another browser driver.
    folder = pathlib.Path(importlib.util.find_spec("axe_playwright_python").origin).parent
    return (folder / "axe.min.js").read_text()


def assert_accessible(browser, where):
    browser.script(axe_source())
    found = browser.driver.execute_async_script(
        "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then((result) => done(result.violations"
        ".map(({id, impact, nodes}) => ({id, impact, nodes: nodes.slice(0, 3).map((node) => node.target.join(' ') + ': ' + node.failureSummary)}))))")
    serious = [line for line in found if line["impact"] in ("serious", "critical")]
    assert not serious, f"{where}: {serious}".replace("\n", " ")


@expects("503")
def check_states(browser, server):
    """axe finds nothing serious: empty, healthy, phone guard, database down, each light and dark"""
    down = scenarios.healthy()
    scenarios.database_down(down)
    for name, state in (("empty", scenarios.empty()), ("healthy", scenarios.with_gap()), ("guard", scenarios.phone_guard()), ("down", down)):
        server.state = state
        for dark in (False, True):
            browser.colours(dark)
            browser.open(server.address)
            browser.wait(lambda: browser.text("#headline-title") != "Looking after your photos …", "the page is filled")
            browser.wait(lambda: browser.text("#photos-summary").strip() != "" or name == "down", "the photos are listed")
            assert_accessible(browser, f"{name}, {'dark' if dark else 'light'}")


def check_views(browser, server):
    """axe finds nothing serious in the views of a service and a photo, light and dark"""
    server.state = scenarios.phone_guard()
    for dark in (False, True):
        browser.colours(dark)
        browser.open(server.address)
        browser.wait(lambda: browser.listed() > 0, "the photos are listed")
        for opener, view, ready in (('[data-service="librarian"] .service-open', "service-view", "#log li"),
                                    ("#results .gallery-cell button", "asset-view", "#asset-view-facts dd")):
            browser.click(opener)
            browser.wait(lambda: browser.count(ready) > 0, f"{view} is filled")
            assert_accessible(browser, f"{view}, {'dark' if dark else 'light'}")
            browser.click(f"#{view} [data-close]")


@expects("ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET", "ERR_EMPTY_RESPONSE")
def check_gone(browser, server):
    """axe finds nothing serious while the server is gone, light and dark"""
    server.state = scenarios.healthy()
    browser.open(server.address)
    browser.wait_text("#headline-title", "safe")
    server.stop()
    browser.click("#refresh-now")
    browser.wait_text("#headline-title", "does not answer", 12)
    for dark in (False, True):
        browser.colours(dark)
        assert_accessible(browser, f"gone, {'dark' if dark else 'light'}")


@expects("401")
def check_login_form(browser, server):
    """axe finds nothing serious in the login form, light and dark"""
    server.state.password = "secret"
    for dark in (False, True):
        browser.colours(dark)
        browser.open(server.address)
        browser.wait(lambda: browser.find("#login").is_displayed(), "the password is asked for")
        assert_accessible(browser, f"login, {'dark' if dark else 'light'}")
