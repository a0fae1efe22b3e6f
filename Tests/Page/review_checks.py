"""Marking photos as reviewed."""

import scenarios
from console import expects

BUTTON = "#asset-view-review"


def sign_in_and_open(browser, server):
    server.state = scenarios.healthy()
    server.state.password = "secret"
    browser.open(server.address)
    browser.wait(lambda: browser.find("#login").is_displayed(), "the password is asked for")
    browser.type("#login-password", "secret\n")
    browser.wait(lambda: browser.listed() == 30, "the photos are listed")
    browser.click("#results .gallery-cell button")
    browser.wait(lambda: browser.find(BUTTON).is_enabled(), "it can be marked")


def pressed(browser):
    return browser.find(BUTTON).get_attribute("aria-pressed")


@expects("401")
def check_mark(browser, server):
    """A photo is marked as reviewed by keyboard, still is when it is opened again, and is not when it is taken back"""
    sign_in_and_open(browser, server)
    assert pressed(browser) == "false"
    browser.type(BUTTON, "\ue007")
    browser.wait(lambda: pressed(browser) == "true", "it is marked")
    assert [asset["reviewed"] for asset in server.state.assets].count(True) == 1
    assert browser.script("return document.activeElement.id") == "asset-view-review"
    browser.type("#asset-view", "\ue00c")
    browser.click("#results .gallery-cell button")
    browser.wait(lambda: browser.find(BUTTON).is_enabled(), "it can be marked")
    assert pressed(browser) == "true"
    browser.click(BUTTON)
    browser.wait(lambda: pressed(browser) == "false", "it is taken back")
    assert not any(asset["reviewed"] for asset in server.state.assets)


@expects("401", "403", "503")
def check_troubles(browser, server):
    """A token that is no longer that of the session is asked for again; what fails is told, and nothing is marked"""
    sign_in_and_open(browser, server)
    server.state.csrf_token = "another one"
    browser.click(BUTTON)
    browser.wait(lambda: pressed(browser) == "true", "it is marked")
    server.state.fails_once = {"review"}
    browser.click(BUTTON)
    browser.wait_text("#asset-view-problem", "It was not marked: The database does not answer.")
    assert pressed(browser) == "true" and browser.find(BUTTON).is_enabled()
    browser.click(BUTTON)
    browser.wait(lambda: pressed(browser) == "false", "it is taken back")
    assert browser.text("#asset-view-problem") == ""


def check_without_password(browser, server):
    """Without a password nothing can be marked, and the page says why"""
    server.state = scenarios.healthy()
    browser.open(server.address)
    browser.wait(lambda: browser.listed() == 30, "the photos are listed")
    browser.click("#results .gallery-cell button")
    browser.wait_text("#asset-view-review-obstacle", "Set DASHBOARD_PASSWORD to mark photos as reviewed.")
    assert not browser.find(BUTTON).is_enabled()


def check_place(browser, server):
    """A photo tells how the place is called where it was taken"""
    server.state = scenarios.healthy()
    browser.open(server.address)
    browser.wait(lambda: browser.listed() == 30, "the photos are listed")
    browser.click("#results .gallery-cell button")
    browser.wait_text("#asset-view-facts", "Munich, Bavaria, Germany")
    browser.wait_text("#asset-view-facts", "48.13743, 11.57549")
