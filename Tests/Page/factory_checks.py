"""The page on top of the real programs."""

import pathlib

import sample_movie
from accessibility_checks import assert_accessible
from console import expects
from keyboard_checks import press
from real_factory import PASSWORD, real
from selenium.webdriver.common.keys import Keys

NAMES = ("IMG_20231224_180000.png", "IMG_20231225_080000.png", "IMG_20240101_000500.png")


def every(browser, seconds):
    browser.script("const field = document.getElementById('refresh-interval'); field.value = arguments[0];"
                   "field.dispatchEvent(new Event('change'))", str(seconds))


def has_loaded(browser, selector) -> bool:
    return browser.script("const image = document.querySelector(arguments[0]); return Boolean(image) && image.complete && image.naturalWidth > 0", selector)


@real
def check_first_photos(browser, factory):
    """A real factory is empty at first; photos that are dropped into the inbox appear without a reload, with their pictures"""
    browser.open(factory.address)
    browser.wait_text("#headline-title", "Ready for your first photo", 60)
    assert browser.find("#welcome").is_displayed()
    browser.script("window.isTheSame = true")
    every(browser, 5)
    factory.drop(*NAMES)
    browser.wait(lambda: browser.count("#recent > li") == 3 and browser.listed() == 3, "three photos appear", 60)
    browser.wait_text("#headline-text", "3 photos and videos came in today.", 60)
    browser.wait(lambda: browser.count("#timeline .month") == 2, "December and January are on the timeline")
    assert not browser.find("#welcome").is_displayed()
    browser.script("document.getElementById('recent').scrollIntoView({behavior: 'instant'})")
    browser.wait(lambda: has_loaded(browser, "#recent img"), "their pictures load", 60)
    factory.drop_bytes("again.png", next(pathlib.Path(factory.folder, "Storage/Originals").rglob("IMG_2023*.png")).read_bytes())
    browser.wait(lambda: "Duplicates" in browser.text("#needs-a-look") and "1" in browser.text("#look-kinds"), "the duplicate is counted", 60)
    assert browser.script("return window.isTheSame === true"), "the page was loaded again"
    browser.picture("factory-light")


@real
def check_find_and_open(browser, factory):
    """Photos of a real factory are found by name and by day, and open large with where they are stored"""
    factory.drop(*NAMES)
    browser.open(factory.address)
    every(browser, 5)
    browser.wait(lambda: browser.listed() == 3, "three photos appear", 60)
    browser.type("#search-text", "20240101")
    browser.wait(lambda: browser.listed() == 1, "one fits the name")
    browser.click("#search-clear")
    browser.wait(lambda: browser.listed() == 3, "all are back")
    browser.script("const field = document.getElementById('search-to'); field.value = '2023-12-24'; field.dispatchEvent(new Event('change'))")
    browser.wait(lambda: browser.listed() == 1, "one fits the day")
    browser.click("#results .gallery-cell button")
    browser.wait_text("#asset-view-facts", "Originals/2023/2023-12-24/IMG_20231224_180000.png")
    browser.wait(lambda: has_loaded(browser, "#asset-view-stage img"), "the picture loads", 60)
    assert_accessible(browser, "a photo of the real factory")


@real
def check_real_video(browser, factory):
    """A video of a real factory plays in place, also from its middle"""
    factory.drop_bytes("VID_20231224_180000.webm", sample_movie.MOVIE)
    browser.open(factory.address)
    every(browser, 5)
    browser.wait(lambda: browser.listed() == 1, "the video appears", 60)
    browser.click("#results .gallery-cell button")
    browser.wait(lambda: browser.script("return document.querySelector('#asset-view-stage video')?.videoWidth ?? 0") == 32, "the video is there", 60)
    browser.script("window.played = document.querySelector('#asset-view-stage video'); played.muted = true; played.currentTime = 1; played.play()")
    browser.wait(lambda: browser.script("return played.currentTime > 1.2"), "it plays")


@real
@expects("503")
def check_database_stops(browser, factory):
    """A database that stops leaves a part of the page with the reason, and the page recovers by itself"""
    factory.drop(*NAMES)
    browser.open(factory.address)
    every(browser, 5)
    browser.wait_text("#headline-title", "Your photos are safe.", 60)
    factory.stop_database()
    browser.wait(lambda: browser.find("#degraded").is_displayed(), "what is missing is told", 60)
    browser.wait_text("#headline-title", "Part of the picture is missing.")
    assert "Services" in browser.text("#degraded") and "connection" in browser.text("#degraded")
    assert "free of" in browser.text("#room"), "the disks can still be seen"
    assert_accessible(browser, "the database is away")
    browser.picture("factory-database-down")
    factory.start_database()
    browser.wait_text("#headline-title", "Your photos are safe.", 60)
    browser.wait(lambda: not browser.find("#degraded").is_displayed(), "nothing is missing any more")
    browser.wait(lambda: browser.listed() == 3, "the photos are listed")


@real
@expects("ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET", "ERR_EMPTY_RESPONSE")
def check_server_restarts(browser, factory):
    """A dashboard that goes turns the page red, and one that comes back is found"""
    browser.open(factory.address)
    every(browser, 5)
    browser.wait_text("#headline-title", "Ready for your first photo", 60)
    factory.end("dashboard-api")
    browser.wait_text("#headline-title", "The factory does not answer.", 60)
    factory.start_dashboard()
    browser.wait_text("#headline-title", "Ready for your first photo", 60)


@real
@expects("401")
def check_real_password(browser, factory):
    """The real password is asked for, refused when wrong, and lets in and mark photos; scripts never see the session"""
    factory.end("dashboard-api")
    factory.settings = {"DASHBOARD_PASSWORD": PASSWORD}
    factory.start_dashboard()
    browser.open(factory.address)
    browser.wait(lambda: browser.find("#login").is_displayed(), "the password is asked for")
    browser.type("#login-password", "wrong\n")
    browser.wait_text("#login-error", "That is not the password.")
    browser.find("#login-password").clear()
    browser.type("#login-password", f"{PASSWORD}\n")
    browser.wait_text("#headline-title", "Ready for your first photo", 60)
    assert browser.script("return document.cookie") == ""
    cookie = browser.driver.get_cookies()[0]
    assert cookie["httpOnly"] and cookie["sameSite"] == "Strict", cookie
    browser.driver.refresh()
    browser.wait_text("#headline-title", "Ready for your first photo", 60)
    factory.drop(NAMES[0])
    browser.wait(lambda: browser.listed() == 1, "the photo appears", 60)
    browser.click("#results .gallery-cell button")
    browser.wait(lambda: browser.find("#asset-view-review").is_enabled(), "it can be marked")
    browser.click("#asset-view-review")
    browser.wait(lambda: browser.find("#asset-view-review").get_attribute("aria-pressed") == "true", "it is marked")
    browser.driver.refresh()
    browser.wait(lambda: browser.listed() == 1, "the photo is listed")
    browser.click("#results .gallery-cell button")
    browser.wait(lambda: browser.find("#asset-view-review").get_attribute("aria-pressed") == "true", "it still is")
    press(browser, Keys.ESCAPE)
    browser.click("#sign-out")
    browser.wait(lambda: browser.find("#login").is_displayed(), "the password is asked for again")


@real
def check_real_log_by_keyboard(browser, factory):
    """On a phone, in the dark, by keyboard alone: the librarian's real log opens, follows, and closes"""
    browser.resize((360, 780), 2)
    browser.colours(True)
    browser.open(factory.address)
    browser.wait_text("#headline-title", "Ready for your first photo", 60)
    browser.script("document.querySelector('[data-service=librarian] .service-open').focus()")
    press(browser, Keys.ENTER)
    browser.wait_text("#log", "librarian: started")
    browser.script("document.getElementById('log-follow').focus()")
    press(browser, Keys.SPACE)
    browser.wait_text("#log-note", "Following")
    factory.drop(*NAMES)
    browser.wait_text("#log", "3 filed", 60)
    assert browser.text("#log").count("librarian: started") == 1, "a line that was there already came again"
    browser.wait(lambda: browser.count("#history > li") > 0, "its history is there")
    assert browser.script("return document.documentElement.scrollWidth") <= 360
    assert_accessible(browser, "the librarian's view on a phone, dark")
    browser.picture("factory-service-phone-dark", whole=False)
    press(browser, Keys.ESCAPE)
    browser.wait(lambda: browser.count("dialog[open]") == 0, "Escape closes it")
