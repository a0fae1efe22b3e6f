"""From a phone to a wall."""

import pathlib

import scenarios

SIZES = {"phone": ((360, 780), 2), "tablet": ((820, 1180), 1), "desk": ((1280, 900), 1), "wall": ((3840, 2160), 1)}


def check_widths(browser, server):
    """Nothing is wider than the screen at 320, 360, 820, 1280 and 3840 pixels, whatever the factory says"""
    for make in (scenarios.empty, scenarios.phone_guard, scenarios.hostile):
        server.state = make()
        for width in (320, 360, 820, 1280, 3840):
            browser.resize((width, 800))
            browser.open(server.address)
            browser.wait(lambda: browser.count("#service-cards > li") == 6, "the services are shown")
            browser.wait(lambda: browser.listed() == min(48, len(server.state.assets)), "the photos are listed")
            wide = browser.script("return document.documentElement.scrollWidth")
            assert wide <= width, f"{make.__name__} is {wide} px wide at {width} px"


def check_views_on_a_phone(browser, server):
    """The views of a service and a photo fit a phone"""
    server.state = scenarios.phone_guard()
    browser.resize((360, 780), 2)
    browser.open(server.address)
    browser.wait(lambda: browser.listed() > 0, "the photos are listed")
    for opener, view in (('[data-service="librarian"] .service-open', "service-view"), ("#results .gallery-cell button", "asset-view")):
        browser.click(opener)
        browser.wait(lambda: browser.count(f"#{view}[open]") == 1, f"{view} opens")
        browser.wait(lambda: browser.text(f"#{view} dd") != "", "its facts are there")
        wide = browser.script("return [arguments[0]].map((id) => document.getElementById(id)).map((view) => view.scrollWidth - view.clientWidth)[0]", view)
        assert wide <= 0, f"{view} is {wide} px too wide"
        browser.picture(f"{view}-phone", whole=False)
        browser.click(f"#{view} [data-close]")


def check_pictures(browser, server):
    """Light and dark, on a phone, a tablet, a desk and a wall (to be looked at in .build/screenshots)"""
    for state, make in (("healthy", scenarios.with_gap), ("empty", scenarios.empty), ("phone-guard", scenarios.phone_guard)):
        server.state = make()
        for place, (size, scale) in SIZES.items():
            for dark in (False, True):
                browser.resize(size, scale)
                browser.colours(dark)
                browser.open(server.address)
                browser.wait(lambda: browser.listed() == len(server.state.assets), "the photos are listed")
                browser.picture(f"{state}-{place}-{'dark' if dark else 'light'}", whole=place != "wall")
    assert pathlib.Path(".build/screenshots/healthy-phone-dark.png").stat().st_size > 10_000


def check_dark(browser, server):
    """Dark follows the system, until somebody chooses; the choice is remembered"""
    ground = "return getComputedStyle(document.body).backgroundColor"
    browser.colours(True)
    browser.open(server.address)
    browser.wait_text("#headline-title", "Ready")
    assert browser.script(ground) == "rgb(19, 20, 23)"
    browser.click("#theme-switch")
    assert browser.script(ground) == "rgb(246, 245, 241)", "light by choice"
    browser.driver.refresh()
    browser.wait_text("#headline-title", "Ready")
    assert browser.script(ground) == "rgb(246, 245, 241)", "light by the remembered choice"
    assert browser.find("#theme-switch").get_attribute("aria-label") == "Colours: light"


def check_reduced_motion(browser, server):
    """Who wants less motion gets none"""
    server.state = scenarios.healthy()
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]})
    browser.open(server.address)
    browser.wait(lambda: browser.count("#recent img") > 0, "pictures are shown")
    moving = browser.script("return [...document.querySelectorAll('*')].filter((node) => getComputedStyle(node).transitionDuration !== '0s').length")
    assert moving == 0 and browser.script("return getComputedStyle(document.documentElement).scrollBehavior") == "auto"
