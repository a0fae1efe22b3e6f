"""Runs the checks of the API one after another against one real factory, and says of each whether it held."""

import sys
import traceback

import fuzz_checks
import patience_checks
from real_factory import RealFactory

MODULES = (fuzz_checks, patience_checks)


def run(check, factory) -> bool:
    words = check.__doc__.strip()
    try:
        check(factory)
        print(f"ok - {words}", flush=True)
        return True
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        print(f"not ok - {words}\n    {error} ({place.name}:{place.lineno})", flush=True)
        return False


def main(names: list) -> int:
    """Runs the checks whose name holds one of `names`, or all."""
    chosen = [check for module in MODULES for name, check in vars(module).items()
              if name.startswith("check_") and (not names or any(part in name for part in names))]
    factory = RealFactory()
    try:
        factory.start()
        results = [run(check, factory) for check in chosen]
        assert factory.programs["dashboard-api"].poll() is None, "dashboard-api is gone"
    finally:
        factory.stop()
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if results and all(results) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
