"""Runs the checks one after another, each with a fresh page, and says of each whether it held."""

import sys
import traceback

import accessibility_checks
import appearance_checks
import dashboard_checks
import decision_checks
import factory_checks
import gallery_checks
import keyboard_checks
import library_checks
import login_checks
import look_checks
import map_checks
import refresh_checks
import review_checks
import robustness_checks
import scenarios
import search_checks
import selection_checks
import service_view_checks
import verdict_checks
from browser import Browser
from mock_server import MockServer
from real_factory import RealFactory

MODULES = (decision_checks, verdict_checks, dashboard_checks, robustness_checks, refresh_checks, review_checks,
           service_view_checks, library_checks, map_checks, gallery_checks, selection_checks, search_checks, look_checks, login_checks, keyboard_checks, appearance_checks,
           accessibility_checks, factory_checks)


def checks(module) -> list:
    return [value for name, value in vars(module).items() if name.startswith("check_")]


def run(check) -> bool:
    server = RealFactory() if getattr(check, "is_real", False) else MockServer(scenarios.empty())
    browser = Browser()
    words = check.__doc__.strip()
    try:
        server.start()
        check(browser, server)
        complaints = browser.complaints(getattr(check, "expected", ()))
        assert not complaints, f"the console says: {complaints[:3]}"
        print(f"ok - {words}", flush=True)
        return True
    except Exception as error:
        detail = str(error).strip().splitlines() or [type(error).__name__]
        place = traceback.extract_tb(error.__traceback__)[-1]
        print(f"not ok - {words}\n    {detail[0]} ({place.name}:{place.lineno})", flush=True)
        return False
    finally:
        browser.close()
        server.stop()


def main(names: list) -> int:
    """Runs the checks whose name holds one of `names`, or all."""
    chosen = [check for module in MODULES for check in checks(module)
              if not names or any(name in check.__name__ for name in names)]
    results = [run(check) for check in chosen]
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if results and all(results) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
