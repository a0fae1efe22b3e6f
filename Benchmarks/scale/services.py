"""The services that run on, and how each shows that it is ready."""

import socket
import urllib.request
from dataclasses import dataclass
from typing import Callable

LIBRARIAN, MONITOR, DASHBOARD = "librarian", "service-monitor", "dashboard-api"
# As docs/DATABASE_SCHEMA.md names them, and megabytes that each may take.
REPORTS_AS = {LIBRARIAN: "librarian", MONITOR: "service-monitor", DASHBOARD: "dashboard"}
MEMORY = {LIBRARIAN: 64, MONITOR: 40, DASHBOARD: 40}
ALL = (LIBRARIAN, MONITOR, DASHBOARD)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answer(address):
    """What is answered with 200; nothing otherwise."""
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return response.read() if response.status == 200 else None
    except OSError:
        return None


@dataclass
class Started:
    process: object
    is_ready: Callable
    address: str | None = None


def start(site, service, before=()):
    """Starts a service with a health folder, or a port, of its own."""
    if service == DASHBOARD:
        port = free_port()
        address = f"http://127.0.0.1:{port}"
        process = site.start(service, before=before, DASHBOARD_HOST="127.0.0.1", DASHBOARD_PORT=str(port))
        return Started(process, lambda: answer(f"{address}/healthz"), address)
    notes = site.root / f"health-{service}-{site.factory.sites}-{len(site.factory.processes)}"
    notes.mkdir()
    process = site.start(service, "run", before=before, HEALTH_FOLDER=str(notes))
    # What the container's health check reads: there when the service has said how it is for the first time.
    return Started(process, (notes / REPORTS_AS[service]).exists)
