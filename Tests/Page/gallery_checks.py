"""The grid of all photos, and one of them large."""

import scenarios
from accessibility_checks import assert_accessible
from console import expects
from keyboard_checks import press
from library_checks import open_library
from selenium.webdriver.common.keys import Keys

FOCUSED = "return document.activeElement.querySelector('.tile-name')?.textContent ?? document.activeElement.id"
# Walks to the end as fast as pages come, and notes the most elements and any photo that changed its place while more came.
WALK = """
const done = arguments[1];
const grid = document.getElementById("results");
let most = 0, moved = 0;
const walk = () => {
  most = Math.max(most, document.querySelectorAll("*").length);
  const cell = [...grid.querySelectorAll(".gallery-cell")].find((one) => one.getBoundingClientRect().top > 100);
  const [before, name] = [cell?.getBoundingClientRect().top, cell?.textContent];
  const count = grid.dataset.count;
  if (Number(count) >= arguments[0] && scrollY + innerHeight >= document.documentElement.scrollHeight - 2) return done([most, moved]);
  const wait = () => {
    if (grid.dataset.count === count && Number(count) < arguments[0]) return setTimeout(wait, 5);
    if (cell?.isConnected && cell.textContent === name && Math.abs(cell.getBoundingClientRect().top - before) > 1) moved += 1;
    scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
    requestAnimationFrame(walk);
  };
  wait();
};
scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
requestAnimationFrame(walk);
"""

# Down and up in so many frames.
SWEEP = """
const [frames, done] = arguments;
const end = document.documentElement.scrollHeight - innerHeight;
let frame = 0;
const step = () => {
  frame += 1;
  if (frame > frames) return done();
  scrollTo({ top: (1 - Math.abs(2 * frame / frames - 1)) * end, behavior: "instant" });
  requestAnimationFrame(step);
};
requestAnimationFrame(step);
"""

# Goes on by so many photos, as fast as they are shown.
LEAF = """
const [count, done] = arguments;
const first = Number(document.getElementById("asset-view-position").textContent.split(" ")[0]);
const step = () => {
  const at = Number(document.getElementById("asset-view-position").textContent.split(" ")[0]);
  if (at >= first + count) return done();
  document.getElementById("asset-view-next").click();
  setTimeout(step, 5);
};
step();
"""


def open_gallery(browser, server, count=30):
    server.state = scenarios.thumbnailed(count)
    browser.open(server.address)
    browser.wait(lambda: browser.listed() == min(48, count), "the photos are listed")
    browser.script("document.getElementById('photos').scrollIntoView({behavior: 'instant'})")


def names_shown(browser):
    return browser.script("return [...document.querySelectorAll('#results .tile-name')].map((name) => name.textContent)")


def check_gallery_of_many(browser, server):
    """A hundred thousand photos are scrolled through with a bounded number of elements, and nothing moves while more come"""
    server.state = scenarios.plenty(100_000)
    browser.open(server.address)
    browser.wait(lambda: browser.listed() == 48, "the photos are listed")
    browser.driver.set_script_timeout(110)
    # In parts, since no answer of a driver is waited for longer than two minutes.
    for count in range(10_000, 100_001, 10_000):
        most, moved = browser.driver.execute_async_script(WALK, count)
        assert most < 3000, f"{most} elements"
        assert moved == 0, f"{moved} times a photo changed its place"
    assert browser.listed() == 100_000
    assert "IMG_099999.HEIC" in names_shown(browser), "the last photo is there"
    browser.script("document.getElementById('photos').scrollIntoView({behavior: 'instant'})")
    browser.wait(lambda: "IMG_000000.HEIC" in names_shown(browser), "and the first one, after the way back")


def check_gallery_gives_back(browser, server):
    """Going down and up again and again keeps no element and no picture that was scrolled past, and asks for the list only once"""
    server.state = scenarios.plenty(3000)
    for asset in server.state.assets:
        asset["thumbnailed"] = True
    browser.open(server.address)
    browser.wait(lambda: browser.listed() == 48, "the photos are listed")
    browser.driver.set_script_timeout(120)
    browser.driver.execute_async_script(WALK, 3000)
    for command in ("Performance.enable", "HeapProfiler.enable"):
        browser.driver.execute_cdp_cmd(command, {})
    lists = sum("/assets?cursor" in path or "&cursor=" in path for path in server.begun)
    for _ in range(2):
        browser.driver.execute_async_script(SWEEP, 150)
    assert sum("/assets?cursor" in path or "&cursor=" in path for path in server.begun) == lists, "the list was asked for again"
    # What waits for a picture is let go with the answer to it, at the latest.
    browser.wait(lambda: kept_nodes(browser) < 8000, f"what was scrolled past is freed; there are {kept_nodes(browser)} nodes")


def kept_nodes(browser):
    """How many nodes the browser has for the page, also those that are no longer on it."""
    browser.driver.execute_cdp_cmd("HeapProfiler.collectGarbage", {})
    metrics = browser.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return next(metric["value"] for metric in metrics if metric["name"] == "Nodes")


def check_gallery_days(browser, server):
    """Photos stand under the day on which they were taken and the place, newest first, and those without a date last"""
    server.state = scenarios.thumbnailed(14)
    browser.open(server.address)
    browser.wait(lambda: browser.listed() == 14, "the photos are listed")
    days = browser.script("return [...document.querySelectorAll('.gallery-day h3')].map((day) => day.textContent)")
    assert days == ["25 Dec 2023", "24 Dec 2023"], days
    assert browser.text(".gallery-day").replace("\n", " ") == "25 Dec 2023 Mon · Paris, France · 7 files", browser.text(".gallery-day")


def check_gallery_pictures(browser, server):
    """A tile shows the small picture, of whatever type the original is"""
    open_gallery(browser, server)
    browser.wait(lambda: browser.script("return [...document.querySelectorAll('#results img[src]')].some((image) => image.naturalWidth > 0)"), "pictures load")
    fetched = [path for _, path, _ in server.requests if path.endswith("/original")]
    assert not fetched, fetched[:3]
    assert browser.script("return document.querySelector('#results .tile-frame').style.backgroundColor").startswith("rgb("), "its colour comes first"
    browser.picture("gallery-light", whole=False)
    browser.colours(True)
    browser.picture("gallery-dark", whole=False)


@expects("404")
def check_gallery_without_small_pictures(browser, server):
    """Where the server has lost a small picture the original takes its place, or the type of the file"""
    server.state = scenarios.thumbnailed()
    server.state.thumbnails_status = 404
    browser.open(server.address)
    browser.wait(lambda: browser.listed() == 30, "the photos are listed")
    browser.script("document.getElementById('photos').scrollIntoView({behavior: 'instant'})")
    browser.wait(lambda: browser.count("#results .type-tile") > 0, "what no browser shows says its type")
    browser.wait(lambda: browser.script("return [...document.querySelectorAll('#results img[src$=original]')].some((image) => image.naturalWidth > 0)"), "originals load")


def check_gallery_keys(browser, server):
    """Arrow keys lead from photo to photo, Tab leads out, and Enter, arrows and Escape lead through the large pictures and back"""
    open_gallery(browser, server, 100)
    columns = int(browser.find("#results").get_attribute("aria-colcount"))
    browser.script("document.querySelector('#results button[tabindex=\"0\"]').focus()")
    names = names_shown(browser)
    for key, wanted in ((Keys.ARROW_RIGHT, 1), (Keys.ARROW_RIGHT, 2), (Keys.ARROW_LEFT, 1), (Keys.ARROW_DOWN, min(columns + 1, 6)),
                        (Keys.HOME, columns), (Keys.ARROW_UP, 0), (Keys.END, columns - 1)):
        press(browser, key)
        assert browser.script(FOCUSED) == names[wanted], (wanted, browser.script(FOCUSED), names[:8])
    assert browser.count('#results button[tabindex="0"]') == 1
    for _ in range(3):
        press(browser, Keys.PAGE_DOWN)
    far = browser.script(FOCUSED)
    assert far not in names[:14], far
    press(browser, Keys.ENTER)
    browser.wait_text("#asset-view-title", far)
    press(browser, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_LEFT)
    browser.wait(lambda: browser.text("#asset-view-title") != far, "the next one is shown")
    shown = browser.text("#asset-view-title")
    press(browser, Keys.ESCAPE)
    browser.wait(lambda: browser.count("dialog[open]") == 0, "Escape closes it")
    browser.wait(lambda: browser.script(FOCUSED) == shown, "the focus is on the photo that was shown last")
    press(browser, Keys.TAB)
    assert not browser.script("return document.getElementById('results').contains(document.activeElement)"), "Tab leads out"


def check_large(browser, server):
    """A large picture is the small one's big brother, until somebody zooms; neighbours are there already, and swiping leads to them"""
    open_gallery(browser, server)
    browser.click("#results .gallery-cell button")
    stage = "return document.querySelector('#asset-view-stage img')?.getAttribute('src') ?? ''"
    browser.wait(lambda: browser.script(stage).endswith("thumbnail?size=1024"), "the large picture is the server's")
    browser.wait(lambda: sum("size=1024" in path for path in server.begun) >= 2, "the next one is loaded, too")
    browser.wait_text("#asset-view-position", "1 of 30")
    assert not browser.find("#asset-view-previous").is_enabled() and browser.find("#asset-view-next").is_enabled()
    browser.click("#asset-view-stage img")
    browser.wait(lambda: browser.script(stage).endswith("/original"), "the original takes its place")
    browser.click("#asset-view-zoom")
    swipe = ("const stage = document.getElementById('asset-view-stage'); const at = (x) => [new Touch({identifier: 1, target: stage, clientX: x, clientY: 200})];"
             "stage.dispatchEvent(new TouchEvent('touchstart', {touches: at(300), changedTouches: at(300)}));"
             "stage.dispatchEvent(new TouchEvent('touchend', {touches: [], changedTouches: at(arguments[0])}))")
    browser.script(swipe, 100)
    browser.wait_text("#asset-view-position", "2 of 30")
    browser.script(swipe, 500)
    browser.wait_text("#asset-view-position", "1 of 30")
    browser.picture("large-light", whole=False)


def check_large_at_the_end(browser, server):
    """Going on from the last photo that is there loads the ones behind it"""
    open_gallery(browser, server, 60)
    browser.script("scrollTo({top: 0, behavior: 'instant'})")
    browser.script("document.querySelector('#results .gallery-cell button').click()")
    for position in range(2, 50):
        browser.click("#asset-view-next")
        browser.wait_text("#asset-view-position", f"{position} of")
    browser.wait_text("#asset-view-position", "49 of 60")


def open_named(browser, ending):
    """Opens the first photo whose name ends so."""
    place = next(place for place, name in enumerate(names_shown(browser)) if name.endswith(ending))
    browser.script("document.querySelectorAll('#results .gallery-cell button')[arguments[0]].click()", place)


def check_large_leafed_through(browser, server):
    """Who leafs on quickly gets everywhere without waiting, and what was passed is not asked for"""
    server.state = scenarios.plenty(600)
    browser.open(server.address)
    browser.wait(lambda: browser.listed() == 48, "the photos are listed")
    browser.click("#results .gallery-cell button")
    browser.wait_text("#asset-view-facts", "Photos_Inbox/phone/IMG_000000.HEIC")
    server.state.held = {f"assets/{asset['id']}" for asset in server.state.assets}
    browser.driver.set_script_timeout(60)
    browser.driver.execute_async_script(LEAF, 300)
    server.state.held = set()
    browser.wait_text("#asset-view-facts", "Photos_Inbox/phone/IMG_000300.HEIC")
    assert browser.text("#asset-view-position").startswith("301 of "), browser.text("#asset-view-position")


def check_unshowable(browser, server):
    """A photo that the browser cannot show says so and can be had as a file"""
    server.state = scenarios.healthy(6)
    browser.open(server.address)
    browser.wait(lambda: browser.listed() == 6, "the photos are listed")
    open_named(browser, ".NEF")
    browser.wait_text("#asset-view-stage", "This browser cannot show the photo as it is stored (NEF).")
    assert browser.find("#asset-view-stage a").get_attribute("download").endswith(".NEF")
    browser.picture("large-unshowable", whole=False)


def check_video_plays(browser, server):
    """A video plays in place, also where the server's type of it says nothing, and stops when the view is closed"""
    server.state = scenarios.healthy(6)
    server.state.has_movies = True
    browser.open(server.address)
    browser.wait(lambda: browser.listed() == 6, "the photos are listed")
    for is_inline in (False, True):
        server.state.assets[4]["inline"] = is_inline
        browser.driver.refresh()
        browser.wait(lambda: browser.listed() == 6, "the photos are listed")
        open_named(browser, ".MP4")
        browser.wait(lambda: browser.script("return document.querySelector('#asset-view-stage video[controls]')?.videoWidth ?? 0") == 32, "the video is there")
        browser.script("const video = document.querySelector('#asset-view-stage video'); video.muted = true; video.play(); window.wasPlayed = video")
        browser.wait(lambda: browser.script("return wasPlayed.currentTime > 0.2"), "it plays")
        browser.picture("large-video", whole=False)
        browser.click("#asset-view [data-close]")
        browser.wait(lambda: browser.script("return wasPlayed.paused && !wasPlayed.isConnected"), "it stops")


def check_video_that_cannot_play(browser, server):
    """A video that the browser cannot play says so below its still, and can be had as a file"""
    server.state = scenarios.healthy(6)
    server.state.assets[4].update({"inline": True, "thumbnailed": True})
    browser.open(server.address)
    browser.wait(lambda: browser.listed() == 6, "the photos are listed")
    open_named(browser, ".MP4")
    browser.wait_text("#asset-view-stage", "This browser cannot play the video as it is stored (MP4).")
    browser.wait(lambda: browser.script("return document.querySelector('#asset-view-stage img').naturalWidth > 0"), "its still is there")
    assert browser.find("#asset-view-stage a").get_attribute("download").endswith(".MP4")
    assert not browser.find("#asset-view-zoom").is_enabled()
    browser.picture("large-video-unplayable", whole=False)


def check_gallery_accessible(browser, server):
    """axe finds nothing serious in the grid, a selection and a large picture, light and dark, phone and desk"""
    for size in ((360, 780), (1280, 900)):
        browser.resize(size)
        open_gallery(browser, server)
        for dark in (False, True):
            browser.colours(dark)
            where = f"{size[0]} px, {'dark' if dark else 'light'}"
            assert_accessible(browser, f"grid, {where}")
            browser.click("#results .gallery-cell input")
            browser.wait_text("#selection-count", "1 selected")
            browser.wait_text("#selection-obstacle", "Set DASHBOARD_PASSWORD to mark photos as reviewed.")
            assert_accessible(browser, f"selection, {where}")
            browser.picture(f"selection-{size[0]}-{'dark' if dark else 'light'}", whole=False)
            browser.click("#selection-clear")
            browser.click("#results .gallery-cell button")
            browser.wait(lambda: browser.count("#asset-view-facts dd") > 0, "the view is filled")
            assert_accessible(browser, f"large, {where}")
            browser.picture(f"large-{size[0]}-{'dark' if dark else 'light'}", whole=False)
            browser.click("#asset-view [data-close]")
