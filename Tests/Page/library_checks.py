"""Finding photos again."""

import time

import scenarios


def check_search(browser, server):
    """A search by name asks once for a word that is typed, finds, and can be cleared"""
    open_library(browser, server, 30)
    before = len(asked(server))
    for letter in "beach":
        browser.type("#search-text", letter)
    browser.wait(lambda: browser.listed() == 5, "five photos fit")
    assert "named like “beach”" in browser.text("#photos-summary")
    time.sleep(0.5)
    assert len(asked(server)) - before <= 2, f"{len(asked(server)) - before} requests for one word"
    browser.type("#search-text", "zzz")
    browser.wait_text("#results-empty", "No photo fits.")
    browser.click("#search-clear")
    browser.wait(lambda: browser.listed() == 30, "all photos are back")


def check_dates(browser, server):
    """Dates narrow the list"""
    open_library(browser, server, 30)
    browser.script("const field = document.getElementById('search-from'); field.value = '2023-12-01'; field.dispatchEvent(new Event('change'))")
    browser.wait(lambda: browser.listed() == 3, "three photos since December")
    assert "taken since 1 Dec 2023" in browser.text("#photos-summary")


def check_timeline(browser, server):
    """A month of the timeline leads to its photos and on to older ones, and gives up when it is chosen again"""
    open_library(browser, server, 30)
    browser.wait(lambda: browser.count("#timeline .month") > 3, "months are listed")
    browser.click("#timeline li li:nth-child(2) .month")
    browser.wait(lambda: browser.listed() == 27, "all but the three photos of December")
    assert browser.count('#timeline .month[aria-pressed="true"]') == 1
    assert browser.script("return document.getElementById('search-to').value") == "2023-11-30"
    browser.wait(lambda: 0 <= browser.script("return document.getElementById('results').getBoundingClientRect().top") < 200, "it is on the screen")
    assert "Nov 2023" in browser.text("#results .gallery-day")
    browser.click("#timeline li li:nth-child(2) .month")
    browser.wait(lambda: browser.listed() == 30, "all photos are back")


def check_by_place(browser, server):
    """A country or a place leaves only its photos, together with a search, and gives up when it is chosen again"""
    server.state = scenarios.healthy(30)
    for number, asset in enumerate(server.state.assets):
        asset["place_name"] = ["Paris, France", "Lyon, France", "Munich, Germany", None, None][number % 5]
    browser.open(server.address)
    browser.wait(lambda: browser.texts("#places > li > button") == ["France\n12", "Germany\n6"], "countries are listed, the most first")
    browser.click("#places > li:first-child .year")
    browser.wait(lambda: browser.listed() == 12, "the photos of the country")
    assert "in France" in browser.text("#photos-summary")
    browser.wait(lambda: browser.texts("#places .place") == ["Paris\n6", "Lyon\n6"], "its places are listed")
    browser.click("#places li li:nth-child(2) .place")
    browser.wait(lambda: browser.listed() == 6, "the photos of the place")
    assert "in Lyon, France" in browser.text("#photos-summary")
    assert browser.count('#places [aria-pressed="true"]') == 1
    browser.type("#search-text", "zzz")
    browser.wait_text("#results-empty", "No photo fits.")
    browser.click("#search-clear")
    browser.wait(lambda: browser.listed() == 30, "all photos are back")
    assert browser.count('#places [aria-pressed="true"]') == 0
    browser.click("#places > li:last-child .year")
    browser.wait(lambda: browser.listed() == 6, "the photos of another country")
    browser.click("#places > li:last-child .year")
    browser.wait(lambda: browser.listed() == 30, "all photos are back once more")
    server.state.assets = [asset for asset in server.state.assets if asset["place_name"] is None]
    browser.click("#refresh-now")
    browser.wait(lambda: not browser.find("#places-box").is_displayed(), "nothing is said where no place is known")


def check_pages(browser, server):
    """A long list comes page by page, as somebody comes near its end"""
    open_library(browser, server, 300)
    assert not any("cursor=" in path for path in server.begun), "more than the first page for who has not looked at it"
    to_the_end(browser)
    browser.wait(lambda: browser.listed() == 248, "the second page")
    to_the_end(browser)
    browser.wait(lambda: browser.listed() == 300, "the last page")
    assert not browser.find("#results-more").is_displayed()
    assert browser.text("#photos-summary") == "300 files."


def to_the_end(browser):
    browser.script("const grid = document.getElementById('results'); scrollTo({top: scrollY + grid.getBoundingClientRect().bottom - innerHeight, behavior: 'instant'})")


def check_one_photo(browser, server):
    """A photo opens large with where it is stored, and Escape closes it"""
    open_library(browser, server, 30)
    browser.click("#results .gallery-cell button")
    browser.wait_text("#asset-view-facts", "Originals/2023/2023-12-25/IMG_2041_0.jpg")
    browser.wait_text("#asset-view-facts", "Photos_Inbox/phone/IMG_2041_0.jpg")
    browser.wait(lambda: browser.script("const image = document.querySelector('#asset-view-stage img'); return image.complete && image.naturalWidth > 0"), "the picture loads")
    browser.picture("photo-light", whole=False)
    browser.type("#asset-view", "\ue00c")
    browser.wait(lambda: browser.count("dialog[open]") == 0, "Escape closes it")


def open_library(browser, server, count):
    server.state = scenarios.healthy(count)
    browser.open(server.address)
    browser.wait(lambda: browser.listed() == min(48, count), "the photos are listed")


def asked(server):
    return [path for _, path, _ in server.requests if path == "/api/v1/assets"]


def check_pictures_on_sight(browser, server):
    """Originals are fetched when they come into sight, not all when the page opens"""
    browser.resize((360, 780), 2)
    open_library(browser, server, 48)
    time.sleep(0.5)
    assert fetched(server) == 0, f"{fetched(server)} originals for a page that shows none of them"
    browser.script("document.getElementById('results').scrollIntoView({behavior: 'instant'})")
    browser.wait(lambda: fetched(server) > 3, "those in sight are fetched")
    time.sleep(0.5)
    assert fetched(server) < 30, f"{fetched(server)} originals for one screen"


def fetched(server):
    return sum(path.endswith("/original") for _, path, _ in server.requests)
