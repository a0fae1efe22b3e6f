"""Selecting many photos, and marking them."""

import scenarios
from console import expects
from gallery_checks import names_shown
from keyboard_checks import press
from library_checks import to_the_end
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys


def sign_in(browser, server, state):
    server.state = state
    server.state.password = "secret"
    browser.open(server.address)
    browser.wait(lambda: browser.find("#login").is_displayed(), "the password is asked for")
    browser.type("#login-password", "secret\n")
    browser.wait(lambda: browser.listed() > 0, "the photos are listed")


def shift_click(browser, selector, place):
    target = browser.driver.find_elements("css selector", selector)[place]
    ActionChains(browser.driver).key_down(Keys.SHIFT).click(target).key_up(Keys.SHIFT).perform()


def selected(browser):
    return browser.count('#results .gallery-cell[aria-selected="true"]')


def reviewed(server):
    return sum(asset["reviewed"] for asset in server.state.assets)


@expects("401")
def check_selection_marks(browser, server):
    """A range is selected by shift-click and marked as reviewed, which the tiles show, and taken back"""
    sign_in(browser, server, scenarios.thumbnailed())
    browser.click("#results .gallery-cell input")
    browser.wait_text("#selection-count", "1 selected")
    shift_click(browser, "#results .gallery-cell button", 4)
    browser.wait_text("#selection-count", "5 selected")
    assert selected(browser) == 5 and browser.count("dialog[open]") == 0
    browser.wait(lambda: browser.find("#selection-reviewed").is_enabled(), "they can be marked")
    browser.click("#selection-reviewed")
    browser.wait(lambda: reviewed(server) == 5, "they are marked")
    browser.wait(lambda: selected(browser) == 0 and not browser.find("#selection").is_displayed(), "the selection is done with")
    assert browser.count('#results button[aria-label$=", reviewed"]') == 5
    assert browser.script("return document.getElementById('announcements').textContent") == "5 files marked as reviewed."
    browser.click("#results .gallery-cell input")
    browser.wait(lambda: browser.find("#selection-not-reviewed").is_enabled(), "it can be taken back")
    browser.click("#selection-not-reviewed")
    browser.wait(lambda: reviewed(server) == 4, "it is taken back")


@expects("401")
def check_selection_keys(browser, server):
    """Space selects, Shift with arrows selects on, Escape clears; r marks a large picture"""
    sign_in(browser, server, scenarios.thumbnailed())
    browser.script("document.querySelector('#results button[tabindex=\"0\"]').focus()")
    press(browser, Keys.SPACE)
    browser.wait_text("#selection-count", "1 selected")
    ActionChains(browser.driver).key_down(Keys.SHIFT).send_keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT).key_up(Keys.SHIFT).perform()
    browser.wait_text("#selection-count", "3 selected")
    press(browser, Keys.SPACE)
    browser.wait_text("#selection-count", "2 selected")
    press(browser, Keys.ESCAPE)
    browser.wait(lambda: selected(browser) == 0, "Escape clears")
    press(browser, Keys.ENTER)
    browser.wait(lambda: browser.find("#asset-view-review").is_enabled(), "it can be marked")
    press(browser, "r")
    browser.wait(lambda: reviewed(server) == 1, "it is marked")
    browser.wait(lambda: browser.find("#asset-view-review").get_attribute("aria-pressed") == "true", "and shown so")
    press(browser, Keys.ESCAPE)
    browser.wait(lambda: browser.count('#results button[aria-label$=", reviewed"]') == 1, "the tile shows it, too")


@expects("401", "403", "503")
def check_selection_troubles(browser, server):
    """More than the server takes at once are marked in parts; what fails is told, and stays selected"""
    sign_in(browser, server, scenarios.plenty(700))
    names = names_shown(browser)
    browser.click("#results .gallery-cell input")
    browser.wait(lambda: to_the_end(browser) or browser.listed() == 700, "all are listed")
    to_the_end(browser)
    browser.wait(lambda: f"IMG_{699:06d}.HEIC" in names_shown(browser), "the end is there")
    shift_click(browser, "#results .gallery-cell button", -1)
    browser.wait_text("#selection-count", "700 selected")
    server.state.csrf_token = "another one"
    server.state.fails_at = 2
    browser.wait(lambda: browser.find("#selection-reviewed").is_enabled(), "they can be marked")
    browser.click("#selection-reviewed")
    browser.wait_text("#selection-problem", "200 files were not marked: The database does not answer.")
    assert reviewed(server) == 500 and browser.text("#selection-count") == "200 selected"
    browser.click("#selection-reviewed")
    browser.wait(lambda: reviewed(server) == 700, "the rest is marked")
    assert names[0] == "IMG_000000.HEIC"
