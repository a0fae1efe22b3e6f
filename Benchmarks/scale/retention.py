"""The nightly cleanup: one day's heartbeats of sixty."""

import json
import re
from statistics import median

from figure import Figure

NAME = "cleanup"
KEPT, DUE = 60, 1
SERVICES, MINUTES = 8, 1440


def one(factory, log):
    site = factory.site("sixty_days")
    report, end = site.root / "report.json", log.stat().st_size
    run = site.run("cleanup", "--json", output=report)
    found = json.loads(report.read_text())
    with open(log) as lines:
        lines.seek(end)
        # Of each batch the server tells three times: for parsing, binding and running its statement.
        told = r"duration: ([\d.]+) ms +(?:parse|bind|execute|statement)[^:]*:\s*WITH removed"
        spent = re.findall(told, lines.read())
    cutoff = found["cutoff"].rstrip("Z")
    left = int(factory.database.query(
        f"SELECT count(*) FROM system_status_history WHERE heartbeat_timestamp < '{cutoff}'"))
    due = SERVICES * DUE * MINUTES
    # While this went on another minute may have become due.
    if not (due <= found["deleted"] <= due + 5 * SERVICES) or left or not spent:
        raise SystemExit(f"{due} should be removed, but cleanup says {found}; {left} are left, {len(spent)} statements told")
    site.clear()
    delete = sum(map(float, spent)) / 1000
    return {"seconds": run.seconds, "report": found["seconds"], "delete": delete, "peak": run.peak / 1024}


def measure(factory, options):
    factory.database.renew("begun")
    # The day that is due is the oldest: the newest heartbeat is a day old. It ends a minute before what is still kept.
    factory.sql("heartbeats.sql", newest=DUE * MINUTES + 1)
    factory.database.query("VACUUM ANALYZE")
    rows = factory.database.count("system_status_history")
    if rows < SERVICES * KEPT * MINUTES:
        raise SystemExit(f"there should be {SERVICES * KEPT * MINUTES} heartbeats, but there are {rows}")
    factory.keep("sixty_days")
    # How long the statement takes the server's log tells; the setting is a database's own and is not cloned.
    factory.database.query("ALTER SYSTEM SET log_min_duration_statement = 0")
    factory.database.query("SELECT pg_reload_conf()")
    try:
        runs = [one(factory, options.server_log) for _ in range(options.rounds)]
    finally:
        factory.database.query("ALTER SYSTEM RESET log_min_duration_statement")
        factory.database.query("SELECT pg_reload_conf()")

    def figure(name, what, unit, goal=None):
        values = [run[what] for run in runs]
        return Figure(NAME, name, median(values), unit, goal, values)

    return [
        figure(f"cleanup of a day's {SERVICES * DUE * MINUTES:,} rows of {rows:,}, start to end", "seconds", "s", 1),
        figure("  by its own report", "report", "s"),
        figure("  its delete, by the server's log", "delete", "s", 1),
        figure("  memory at its highest", "peak", "MB", 40),
    ]
