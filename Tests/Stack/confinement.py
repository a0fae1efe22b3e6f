"""Compares what the engine says of each container with what the architecture says. Reads what `docker inspect` printed, several
lists one after the other, from standard input.

Usage: confinement.py UID:GID
"""

import json
import sys

ALL = "all of them"

# Of each service: its user if not the owner's, added capabilities, mounts by target with whether they can be written, networks.
SERVICES = {
    "setup": ("0:0", ["CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"], ALL, ["none"]),
    "migrate": (None, [], {"/secrets": False}, ["database"]),
    "factory-db": (None, [], {"/secrets": False, "/var/lib/postgresql/data": True}, ["database"]),
    "syncthing": (None, [], {"/app/Photos_Inbox": True, "/var/syncthing": True}, ["sync"]),
    "librarian": (None, [], {"/app": True, "/secrets": False}, ["database"]),
    "service-monitor": (
        None,
        [],
        {"/app/Photos_Inbox": False, "/app/Storage": False, "/room": False, "/secrets": False},
        ["database", "sync"],
    ),
    "dashboard-api": (
        None,
        [],
        {"/app/Photos_Inbox": False, "/app/Storage": False, "/secrets": False},
        ["database", "docker", "web"],
    ),
    "cleanup": (None, [], {"/app/Storage": False, "/secrets": False}, ["database"]),
    "geocoder": (None, [], {"/secrets": False}, ["database"]),
    "backup": (
        None,
        [],
        {"/app/Storage": False, "/app/Storage/Healing": True, "/backup": True, "/rclone": True, "/secrets": False},
        ["database", "outside"],
    ),
    "thumbnailer": (
        None,
        [],
        {"/app/Storage": False, "/app/Storage/Thumbnails": True, "/secrets": False},
        ["database"],
    ),
    "docker-proxy": ("0:0", [], {"/var/run/docker.sock": True}, ["docker"]),
}

# With one port each to the outside: the page, Syncthing's page and its port for phones.
PUBLISHED = {"dashboard-api": ["8080/tcp"], "syncthing": ["22000/tcp", "22000/udp", "8384/tcp"]}


def capabilities(names):
    return sorted(name.removeprefix("CAP_") for name in names or [])


def facts(service, container, owner):
    """Pairs of what is, and what has to be, by a name for the check."""
    user, added, mounts, networks = SERVICES[service]
    host = container["HostConfig"]
    lasting = service not in ("setup", "migrate")
    yield "user", container["Config"]["User"], user or owner
    yield "dropped capabilities", capabilities(host["CapDrop"]), ["ALL"]
    yield "added capabilities", capabilities(host["CapAdd"]), added
    yield "privileged", host["Privileged"], False
    yield "no new privileges", host["SecurityOpt"], ["no-new-privileges:true"]
    yield "read-only root", host["ReadonlyRootfs"], True
    yield "a memory limit", host["Memory"] > 0, True
    yield "a limit of processes", (host["PidsLimit"] or 0) > 0, True
    yield "restart policy", host["RestartPolicy"]["Name"], "unless-stopped" if lasting else "no"
    yield "log rotation", host["LogConfig"]["Config"], {"max-file": "3", "max-size": "10m"}
    yield "published ports", sorted(host["PortBindings"] or {}), PUBLISHED.get(service, [])
    if mounts is not ALL:
        yield "mounts", {mount["Destination"]: mount["RW"] for mount in container["Mounts"]}, mounts
    names = sorted(name.removeprefix(prefix(container)) for name in container["NetworkSettings"]["Networks"])
    yield "networks", names, networks
    if lasting:
        yield "a time to stop in", (container["Config"].get("StopTimeout") or 0) > 0, True


def prefix(container):
    return container["Config"]["Labels"]["com.docker.compose.project"] + "_"


def containers(text):
    decoder, position = json.JSONDecoder(), 0
    while position < len(text):
        found, position = decoder.raw_decode(text, position)
        yield from found
        while position < len(text) and text[position].isspace():
            position += 1


def main(owner):
    seen = set()
    for container in containers(sys.stdin.read()):
        service = container["Config"]["Labels"]["com.docker.compose.service"]
        seen.add(service)
        for what, actual, expected in facts(service, container, owner):
            if actual == expected:
                print(f"ok - {service}: {what}")
            else:
                print(f"not ok - {service}: {what}: {actual} instead of {expected}")
    if seen != set(SERVICES):
        print(f"not ok - the services are {sorted(seen)} instead of {sorted(SERVICES)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
