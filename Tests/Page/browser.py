"""Debian's Chromium without a screen, and what tests need of it."""

import contextlib
import pathlib
import time

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

SCREENSHOTS = pathlib.Path(__file__).resolve().parents[2] / ".build/screenshots"


class Browser:
    """One window. `size` is that of the page, in CSS pixels."""

    def __init__(self, size=(1280, 900), dark=False, scale=1) -> None:
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        # Without a sandbox, since root has none in Chromium; nothing but our own page is opened.
        for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars",
                         "--disable-background-networking", "--disable-component-update", "--no-first-run"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.resize(size, scale)
        self.colours(dark)

    def resize(self, size, scale=1) -> None:
        width, height = size
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": scale, "mobile": False})

    def colours(self, dark: bool) -> None:
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def open(self, address: str) -> None:
        self.driver.get(address)

    def script(self, source: str, *arguments):
        return self.driver.execute_script(source, *arguments)

    def text(self, selector: str) -> str:
        return self.script("return document.querySelector(arguments[0])?.innerText ?? ''", selector)

    def texts(self, selector: str) -> list:
        """What each of the elements says, a line for each of its parts."""
        return self.script("return [...document.querySelectorAll(arguments[0])].map((node) => [...node.children].map((part) => part.textContent).join('\\n'))", selector)

    def count(self, selector: str) -> int:
        return self.script("return document.querySelectorAll(arguments[0]).length", selector)

    def listed(self) -> int:
        """How many photos the gallery has, of which only those near the screen are elements."""
        return int(self.script("return document.getElementById('results').dataset.count ?? 0"))

    def find(self, selector: str):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def click(self, selector: str) -> None:
        self.script("document.querySelector(arguments[0]).scrollIntoView({block: 'center', behavior: 'instant'})", selector)
        self._do(selector, lambda element: element.click())

    def type(self, selector: str, keys: str) -> None:
        self._do(selector, lambda element: element.send_keys(keys))

    def _do(self, selector: str, action, seconds: float = 30) -> None:
        """The page is drawn again whenever there is news: between being found and being used an element may be replaced."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                return action(self.find(selector))
            except StaleElementReferenceException:
                if time.monotonic() > deadline:
                    raise

    def wait(self, condition, what: str, seconds: float = 30) -> None:
        """Waits until `condition()` is true; fails with `what` otherwise."""
        deadline = time.monotonic() + seconds
        while not self._holds(condition):
            if time.monotonic() > deadline:
                raise AssertionError(f"{what}, within {seconds} s; the headline says: {self.text('#headline')!r}")
            time.sleep(0.1)

    @staticmethod
    def _holds(condition) -> bool:
        try:
            return bool(condition())
        except StaleElementReferenceException:
            # What it asked about was replaced meanwhile.
            return False

    def wait_text(self, selector: str, words: str, seconds: float = 30) -> None:
        self.wait(lambda: words in self.text(selector), f"{selector} says {words!r}", seconds)

    def complaints(self, expected=()) -> list:
        """What the browser's console said since the last call, without lines that hold one of `expected`."""
        return [line["message"] for line in self.driver.get_log("browser")
                if line["level"] in ("SEVERE", "WARNING") and not any(words in line["message"] for words in expected)]

    def picture(self, name: str, whole: bool = True) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        if whole:
            self.script("scrollTo({top: 0, behavior: 'instant'})")
        height = self.script("return document.documentElement.scrollHeight")
        size = self.script("return [innerWidth, innerHeight, devicePixelRatio]")
        if whole:
            self.resize((size[0], height), size[2])
        self._await_pictures()
        self.driver.save_screenshot(str(SCREENSHOTS / f"{name}.png"))
        if whole:
            self.resize((size[0], size[1]), size[2])

    def _await_pictures(self) -> None:
        """Pictures come when they are on the screen, which now may have grown."""
        time.sleep(0.4)
        with contextlib.suppress(AssertionError):
            self.wait(lambda: self.script("return [...document.querySelectorAll('img[src]')].every((image) => image.complete)"), "pictures load", 15)

    def close(self) -> None:
        self.driver.quit()
