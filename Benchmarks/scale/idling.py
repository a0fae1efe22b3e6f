"""What the services take while there is nothing to do, with a large archive."""

import json
import time

import services
from figure import Figure
from filing import LARGE

NAME = "idle"
# What the start takes is not what idling takes.
SETTLING = 15


def measure(factory, options):
    site = factory.archive(LARGE)
    started = {service: services.start(site, service) for service in services.ALL}
    for each in started.values():
        each.process.await_sign(each.is_ready, 30)
    # As somebody leaves it who has looked at the page.
    document = json.loads(services.answer(f"{started[services.DASHBOARD].address}/api/v1/dashboard"))
    if document["degraded"]:
        raise SystemExit(f"the dashboard is degraded: {document['degraded']}")
    time.sleep(SETTLING)
    begin = time.perf_counter()
    before = {service: each.process.processor for service, each in started.items()}
    time.sleep(options.idle_seconds)
    span = time.perf_counter() - begin
    figures = []
    for service, each in started.items():
        share = (each.process.processor - before[service]) / span * 100
        figures.append(Figure(NAME, f"{service}, of one core in {span:.0f} s", share, "%", 0.2))
        for name, megabytes in each.process.memory.items():
            figures.append(Figure(NAME, f"{service}, {name}", megabytes, "MB", services.MEMORY[service]))
    for each in started.values():
        each.process.stop()
    site.clear()
    return figures
