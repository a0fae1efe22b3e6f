"""Searches that take the server more than one answer."""

import time

import scenarios
from console import expects
from library_checks import asked, open_library, to_the_end


def type_name(browser, name):
    browser.script("const field = document.getElementById('search-text'); field.value = arguments[0]; field.dispatchEvent(new Event('input'))", name)


def begun(server, words):
    return sum(words in path for path in server.begun)


def shows(browser, count):
    return lambda: browser.listed() == count


def check_search_goes_on(browser, server):
    """A search goes on by itself over answers that are empty, and says how far it has looked"""
    open_library(browser, server, 60)
    server.state.add_asset(60, "needle.jpg")
    server.state.stretch = 10
    type_name(browser, "needle")
    browser.wait(shows(browser, 1), "what lies far back is found")
    browser.wait_text("#photos-summary", "1 file named like “needle”.")
    assert not browser.find("#results-empty").is_displayed() and not browser.find("#results-more").is_displayed()
    type_name(browser, "nowhere")
    browser.wait_text("#results-empty", "No photo fits.")


def check_search_stops_to_ask(browser, server):
    """A search that takes long stops, says how far it came, and goes on when somebody wants it to"""
    open_library(browser, server, 60)
    server.state.add_asset(60, "needle.jpg")
    server.state.stretch = 3
    before = len(asked(server))
    type_name(browser, "needle")
    browser.wait_text("#results-empty", "None found yet, and there is more to look through.")
    assert len(asked(server)) - before == 15, f"{len(asked(server)) - before} requests"
    assert "No files named like “needle”; looked back to 28 Aug 2022" in browser.text("#photos-summary"), browser.text("#photos-summary")
    assert browser.text("#results-more") == "Look further"
    browser.picture("search-partial-light")
    browser.click("#results-more")
    browser.wait(shows(browser, 1), "it is found")
    assert "1 file named like “needle”." == browser.text("#photos-summary")


def check_search_is_cancelled(browser, server):
    """A new search ends the one that is still looking"""
    open_library(browser, server, 60)
    server.state.stretch, server.state.search_seconds = 3, 0.3
    type_name(browser, "nowhere")
    browser.wait(lambda: begun(server, "q=nowhere") >= 3, "it goes on by itself")
    browser.wait_text("#photos-summary", "still looking …")
    server.state.stretch, server.state.search_seconds = None, 0.0
    type_name(browser, "beach")
    browser.wait(shows(browser, 10), "what was asked for last is shown")
    before = begun(server, "q=nowhere")
    time.sleep(1)
    assert begun(server, "q=nowhere") == before and shows(browser, 10)(), "the old search went on"


def check_polling_leaves_pages_alone(browser, server):
    """News do not interrupt somebody who is far down, and are there once they are back"""
    open_library(browser, server, 300)
    server.state.held = {"assets"}
    to_the_end(browser)
    browser.wait(lambda: begun(server, "cursor=") == 1, "the second page is asked for")
    arrive(browser, server, 400)
    server.state.held = set()
    browser.wait(shows(browser, 248), "the second page is there all the same")
    to_the_end(browser)
    browser.wait(shows(browser, 301), "the last page, too")
    to_the_end(browser)
    server.state.add_asset(-1)
    before, place = server.polls(), browser.script("return scrollY")
    browser.script("document.getElementById('refresh-now').click()")
    browser.wait(lambda: server.polls() > before, "the news are there")
    time.sleep(0.5)
    assert shows(browser, 301)() and browser.script("return scrollY") == place, "the list fell back"
    browser.script("document.getElementById('photos').scrollIntoView({behavior: 'instant'})")
    browser.wait(shows(browser, 302), "what came in is there")


def check_polling_leaves_searches_alone(browser, server):
    """News do not start a search again that is still looking"""
    open_library(browser, server, 60)
    server.state.held = {"assets"}
    type_name(browser, "beach")
    browser.wait(lambda: begun(server, "q=beach") == 1, "the search begins")
    arrive(browser, server, 200, "beach again.jpg")
    time.sleep(0.5)
    assert begun(server, "q=beach") == 1, "it was begun again"
    server.state.held = set()
    browser.wait(shows(browser, 11), "the search is done, and what came in meanwhile is there")
    browser.wait(lambda: begun(server, "q=beach") == 2, "once more for what came in meanwhile")


def check_refresh_is_quiet(browser, server):
    """Who found something far back keeps it when something new comes in, without another search through all"""
    open_library(browser, server, 60)
    server.state.add_asset(60, "needle.jpg")
    server.state.stretch = 10
    type_name(browser, "needle")
    browser.wait(shows(browser, 1), "it is found")
    before = len(asked(server))
    arrive(browser, server, -1, "needle again.jpg")
    browser.wait(shows(browser, 2), "the new one is there, too")
    time.sleep(0.5)
    assert shows(browser, 2)() and len(asked(server)) - before == 1, f"{len(asked(server)) - before} requests"


def arrive(browser, server, number, name=None):
    server.state.add_asset(number, name)
    browser.script("document.getElementById('refresh-now').click()")
    browser.wait_text("#counters", f"{len(server.state.assets)}")


@expects("500")
def check_failed_search(browser, server):
    """What belongs to another question does not stay under the words of one that failed"""
    open_library(browser, server, 30)
    server.state.fails_once = {"assets"}
    type_name(browser, "beach")
    browser.wait_text("#results-empty", "Something went wrong.")
    assert browser.listed() == 0 and not browser.find("#results-more").is_displayed()


def check_early_years(browser, server):
    """A year before 1000 is asked for with four digits"""
    server.state = scenarios.healthy(3)
    old = server.state.add_asset(3, "scan.jpg")
    old["captured_at"] = "0804-02-29T12:00:00"
    browser.open(server.address)
    browser.wait(shows(browser, 4), "the photos are listed")
    browser.click("#timeline > li:last-child .year")
    browser.wait(shows(browser, 1), "the year has one photo")
    assert browser.script("return document.getElementById('search-to').value") == "0804-12-31"
    assert browser.count('#timeline .year[aria-pressed="true"]') == 1
    browser.click("#timeline > li:last-child .month")
    browser.wait(lambda: browser.script("return document.getElementById('search-to').value") == "0804-02-29", "the month has its last day")
    browser.wait(shows(browser, 1), "the month has one photo")
