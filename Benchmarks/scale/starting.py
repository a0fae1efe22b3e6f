"""How long each program takes from its start until it is ready, with a database that is."""

import time
from statistics import median

import services
from figure import Figure
from filing import LARGE

NAME = "start"


def one(site, service):
    """Seconds until it is ready, and until its first heartbeat was written, by the database's clock, which is ours."""
    begun = site.factory.database.query("SELECT coalesce(max(id), 0) FROM system_status_history")
    started = services.start(site, service)
    ready = started.process.await_sign(started.is_ready, 30)
    statement = (
        "SELECT extract(epoch FROM min(created_at)) FROM system_status_history"
        f" WHERE id > {begun} AND service_name = '{services.REPORTS_AS[service]}'")
    end = time.perf_counter() + 30
    while not (moment := site.factory.database.query(statement)):
        if time.perf_counter() > end:
            raise SystemExit(f"{service} wrote no heartbeat in 30 s: {started.process.last_words}")
        time.sleep(0.05)
    started.process.stop()
    return ready, float(moment) - started.process.began_at


def measure(factory, options):
    site = factory.archive(LARGE)
    figures = []
    for service in services.ALL:
        runs = [one(site, service) for _ in range(options.rounds)]
        for place, what in enumerate(("ready", "its first heartbeat is written")):
            values = [run[place] for run in runs]
            figures.append(Figure(NAME, f"{service}, start until {what}", median(values), "s", 1, values))
    runs = [site.run("librarian", "ingest", "--quiet-seconds", "0", "--json").seconds for _ in range(options.rounds)]
    figures.append(Figure(NAME, "librarian ingest of an empty inbox, start to end", median(runs), "s", 1, runs))
    site.clear()
    return figures
