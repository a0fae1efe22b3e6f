"""The map of places."""

import scenarios
from accessibility_checks import assert_accessible
from decision_checks import ask
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys


def check_map(browser, server):
    """Places are on a map, where they are; one leaves only its photos, several together go closer, by mouse and by keys"""
    open_map(browser, server, ["Paris, France", "Lyon, France", "Suva, Fiji", "Apia, Samoa", "Nowhere, Utopia"])
    browser.wait(lambda: labels(browser) == ["Apia, Samoa: 6 photos", "Lyon, France and 1 place near it: 12 photos", "Suva, Fiji: 6 photos"],
                 "all places with a position, those near each other as one")
    browser.wait(lambda: browser.script("return document.getElementById('map-world').getBBox().width") > 3000, "there is land")
    # Suva is in the east and Apia in the west, on both sides of the antimeridian.
    east, west = centre(browser, "Suva"), centre(browser, "Apia")
    assert east[0] > 0.97 and west[0] < 0.03, (east, west)
    assert abs(east[1] - (84 + 18.14161) / 174) < 0.01, east
    browser.picture("map")

    browser.click("[aria-label^='Lyon']")
    browser.wait(lambda: labels(browser) == ["Lyon, France: 6 photos", "Paris, France: 6 photos"], "the two are apart")
    browser.click("[aria-label^='Paris']")
    browser.wait(lambda: browser.listed() == 6, "the photos of Paris")
    assert "in Paris, France" in browser.text("#photos-summary")
    assert browser.count("#map-groups [aria-pressed='true']") == 1 and browser.count("#places [aria-pressed='true']") == 1
    browser.picture("map-closer")
    browser.script("document.querySelector(\"[aria-label^='Paris']\").focus()")
    browser.type("[aria-label^='Paris']", Keys.ENTER)
    browser.wait(lambda: browser.listed() == 30, "all photos are back")

    browser.click("#map-all")
    browser.wait(lambda: len(labels(browser)) == 3, "the whole again")
    assert browser.text("#map-missing") == "1 place is not on the map yet."
    browser.script("document.querySelector(\"[aria-label^='Apia']\").focus()")
    browser.type("[aria-label^='Apia']", "++")
    browser.wait(lambda: len(labels(browser)) < 3, "keys go closer")
    browser.wait(lambda: browser.script("return document.activeElement.id") == "map", "who was at a place that is gone is still at the map")
    browser.type("#map", "--")
    browser.wait(lambda: browser.find("#map-farther").get_attribute("aria-disabled") == "true", "and no farther away than the whole")


def check_map_moved(browser, server):
    """A map that is dragged moves, and chooses nothing; a double click goes closer; it is closed again where it was closed"""
    open_map(browser, server, ["Paris, France", "Munich, Germany", "Lyon, France"])
    browser.wait(lambda: len(labels(browser)) == 3, "three places")
    before = centre(browser, "Paris")
    paris = browser.find("[aria-label^='Paris']")
    ActionChains(browser.driver).drag_and_drop_by_offset(paris, 90, 30).perform()
    browser.wait(lambda: centre(browser, "Paris")[0] > before[0] + 0.05, "it moved with the hand")
    assert browser.listed() == 30, "a drag has chosen something"
    width = view_width(browser)
    ActionChains(browser.driver).move_to_element_with_offset(browser.find("#map"), -100, -60).double_click().perform()
    browser.wait(lambda: view_width(browser) < 0.7 * width, "closer")
    browser.click("#map-box summary")
    browser.wait(lambda: browser.script("return localStorage.getItem('photo-factory.map') === null"), "it is noted")
    browser.driver.refresh()
    browser.wait(lambda: browser.listed() == 30 and browser.find("#map-box").is_displayed(), "the photos are there")
    assert not browser.find("#map").is_displayed(), "it is open again"


def check_map_narrow(browser, server):
    """On a phone nothing lies beside the map, and without places there is none"""
    browser.resize((360, 740))
    open_map(browser, server, ["Paris, France", "Suva, Fiji", "Tokyo, Japan"])
    browser.wait(lambda: len(labels(browser)) == 3, "three places")
    for place in ("Paris", "Suva", "Tokyo"):
        assert browser.script("""
            const place = document.querySelector(`[aria-label^='${arguments[0]}']`);
            place.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { x, y, width, height } = place.getBoundingClientRect();
            return place.contains(document.elementFromPoint(x + width / 2, y + height / 2))""", place), f"{place} is covered"
    assert browser.script("return document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the screen"
    browser.picture("map-narrow")
    server.state.assets = [{**asset, "place_name": None} for asset in server.state.assets[1:]]
    browser.click("#refresh-now")
    browser.wait(lambda: not browser.find("#map-box").is_displayed(), "there is nothing to show")


def check_map_touched(browser, server):
    """One finger scrolls the page, two make the map closer"""
    open_map(browser, server, ["Paris, France", "Munich, Germany", "Lyon, France"])
    browser.wait(lambda: len(labels(browser)) == 3, "three places")
    browser.script("document.getElementById('map').scrollIntoView({ block: 'center', behavior: 'instant' })")
    left, top = browser.script("const { x, y, width, height } = document.getElementById('map').getBoundingClientRect(); return [x + width / 2, y + height / 2]")
    width = view_width(browser)
    touch(browser, [[(left, top + 60)], [(left, top)], [(left, top - 60)]])
    assert view_width(browser) == width, "one finger has changed the map"
    touch(browser, [[(left - 20, top), (left + 20, top)], [(left - 60, top - 10), (left + 60, top + 10)], [(left - 120, top - 20), (left + 120, top + 20)]])
    browser.wait(lambda: view_width(browser) < 0.3 * width, "six times as far apart, closer")
    assert browser.listed() == 30, "a pinch has chosen something"


def check_map_decisions(browser, server):
    """Views stay within the world, a zoom keeps its point, groups hold everything once"""
    browser.open(server.address)
    for view, what in [("m.zoomed(m.wholeWorld, 0.5)", "no farther than the world"), ("m.moved(m.wholeWorld, 50, 50)", "no way out"), ("m.fitting([])", "nothing to fit"),
                       ("m.fitting([{ x: -180, y: -84 }, { x: 180, y: 90 }])", "the whole world")]:
        assert ask(browser, "map_view", view) == {"x": -180, "y": -84, "width": 360}, what
    assert ask(browser, "map_view", "m.isClosest(m.zoomed(m.wholeWorld, 1e9))")
    closer = ask(browser, "map_view", "m.zoomed(m.wholeWorld, 4, { x: 10, y: -50 })")
    assert closer["width"] == 90 and abs((10 - closer["x"]) / 90 - 190 / 360) < 1e-9, closer
    assert ask(browser, "map_view", "m.pointOf({ lat: 90, lon: 5 })") == {"x": 5, "y": -84}
    places = [{"key": str(number), "x": number % 100, "y": number // 100, "count": number % 7 + 1} for number in range(3000)]
    groups = ask(browser, "map_groups", "m.groupsOf(a[0], 10)", places)
    assert sorted(place["key"] for group in groups for place in group["places"]) == sorted(place["key"] for place in places)
    assert sum(group["count"] for group in groups) == sum(place["count"] for place in places)
    assert all((a["x"] - b["x"]) ** 2 + (a["y"] - b["y"]) ** 2 >= 100 for a in groups for b in groups if a is not b), "two of them lie on each other"
    assert 3 < len(groups) < 100, len(groups)


def check_map_accessible(browser, server):
    """axe finds nothing serious in the map, light and dark"""
    for dark in (False, True):
        browser.colours(dark)
        open_map(browser, server, ["Paris, France", "Munich, Germany", "Suva, Fiji"])
        browser.wait(lambda: len(labels(browser)) > 1, "places")
        assert_accessible(browser, "the map, dark" if dark else "the map, light")
        browser.script("localStorage.clear()")


def open_map(browser, server, names):
    server.state = scenarios.healthy(30)
    for number, asset in enumerate(server.state.assets):
        asset["place_name"] = names[number % len(names)]
    browser.open(server.address)
    browser.wait(lambda: browser.find("#map-box").is_displayed(), "there is a map")
    browser.click("#map-box summary")


def touch(browser, steps) -> None:
    """Fingers that are put down, moved from step to step, and taken away."""
    for number, fingers in enumerate(steps):
        points = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(fingers)]
        browser.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": "touchMove" if number else "touchStart", "touchPoints": points})
    browser.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def labels(browser) -> list:
    return browser.script("return [...document.querySelectorAll('.map-group')].map((node) => node.ariaLabel).sort()")


def centre(browser, name) -> tuple:
    """Where the middle of a place is on the map, as shares of its width and height."""
    return tuple(browser.script("""
        const map = document.getElementById('map').getBoundingClientRect();
        const place = document.querySelector(`[aria-label^='${arguments[0]}']`).getBoundingClientRect();
        return [(place.x + place.width / 2 - map.x) / map.width, (place.y + place.height / 2 - map.y) / map.height]""", name))


def view_width(browser) -> float:
    return float(browser.script("return document.getElementById('map-world').getAttribute('viewBox')").split()[2])
