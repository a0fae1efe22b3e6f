"""The page without a mouse."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

import scenarios


def press(browser, *keys):
    ActionChains(browser.driver).send_keys(*keys).perform()


def focused(browser) -> str:
    return browser.script("const node = document.activeElement; return node.id || node.closest('[data-service]')?.dataset.service || node.textContent.trim()")


def check_tab_order(browser, server):
    """Tab goes through the page in the order in which it is read, and shows where it is"""
    server.state = scenarios.healthy()
    browser.open(server.address)
    browser.wait(lambda: browser.listed() == 30, "the photos are listed")
    seen = []
    for _ in range(16):
        press(browser, Keys.TAB)
        seen.append(focused(browser))
        outline = browser.script("const node = document.activeElement; const own = getComputedStyle(node); const after = getComputedStyle(node, '::after');"
                                 "return own.outlineStyle !== 'none' || after.outlineStyle !== 'none'")
        assert outline, f"nothing shows that {seen[-1]} has the focus"
    wanted = ["Skip to the content", "Photo Factory", "Services", "Needs a look", "Photos", "refresh-interval", "refresh-now",
              "theme-switch", "librarian", "factory-db", "syncthing", "service-monitor", "dashboard", "cleanup"]
    assert seen[:14] == wanted, seen


def check_skip_link(browser, server):
    """The first key leads past the bar"""
    browser.open(server.address)
    browser.wait_text("#headline-title", "Ready")
    press(browser, Keys.TAB, Keys.ENTER)
    assert focused(browser) == "content"


def check_service_by_keyboard(browser, server):
    """A service opens by Enter, keeps the focus inside, closes by Escape and gives the focus back"""
    server.state = scenarios.healthy()
    browser.open(server.address)
    browser.wait_text("#headline-title", "safe")
    browser.script("document.querySelector('[data-service=syncthing] .service-open').focus()")
    press(browser, Keys.ENTER)
    browser.wait(lambda: browser.count("#service-view[open]") == 1, "the view opens")
    browser.wait(lambda: browser.count("#log > li") > 0, "the log is there")
    for _ in range(8):
        press(browser, Keys.TAB)
        inside = browser.script("const node = document.activeElement; return node === document.body || document.getElementById('service-view').contains(node)")
        assert inside, f"the focus left for {focused(browser)}"
    press(browser, Keys.ESCAPE)
    browser.wait(lambda: browser.count("dialog[open]") == 0, "Escape closes it")
    assert focused(browser) == "syncthing"


def check_announcements(browser, server):
    """A change of the verdict is told to screen readers, and a refresh without one is not"""
    server.state = scenarios.healthy()
    browser.open(server.address)
    browser.wait_text("#headline-title", "safe")
    said = "return document.getElementById('announcements').textContent"
    server.state.add_asset(70)
    browser.click("#refresh-now")
    browser.wait_text("#headline-text", "13 photos")
    assert browser.script(said) == ""
    server.state.changes["librarian"] = {"light": "red", "status": "ERROR", "current_task": "Storage is full"}
    browser.click("#refresh-now")
    browser.wait(lambda: browser.script(said) == "Librarian needs you.", "the new verdict is told")
