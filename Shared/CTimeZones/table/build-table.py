#!/usr/bin/env python3
"""Builds time-zones.bin, the table from which the time zone of a place is read.

    python3 -m venv venv
    venv/bin/pip install timezonefinder==9.0.0 timezonefinder-data==3.2026.3.post1 numpy==2.4.6
    venv/bin/python build-table.py time-zones.bin

README.md beside this script describes the table and names the source of the borders.
"""
import struct
import sys

import numpy
from timezonefinder import TimezoneFinder

SIDE = 8  # squares along the side of a degree, and cells along the side of a square
CELLS = SIDE * SIDE  # along the side of a degree: 1.7 km from north to south, and less from west to east
WIDTH, HEIGHT = 360 * CELLS, 180 * CELLS
UNSET = 0xFFFF
NAME = 32  # bytes for a zone's name, with at least one zero behind it


def crossings(rings):
    """Where the rings' sides cross the middles of the rows: rows from the south and columns, not yet in order."""
    rows, columns = [], []
    for longitudes, latitudes in rings:
        x = (numpy.asarray(longitudes) + 180) * CELLS
        y = (numpy.asarray(latitudes) + 90) * CELLS
        x0, y0, x1, y1 = x, y, numpy.roll(x, -1), numpy.roll(y, -1)
        first = numpy.ceil(numpy.minimum(y0, y1) - 0.5).astype(numpy.int64)
        last = numpy.ceil(numpy.maximum(y0, y1) - 0.5).astype(numpy.int64)
        count = last - first
        side = numpy.repeat(numpy.arange(len(x)), count)
        start = numpy.repeat(numpy.cumsum(count) - count, count)
        row = first[side] + numpy.arange(len(side)) - start
        share = (row + 0.5 - y0[side]) / (y1[side] - y0[side])
        rows.append(row)
        columns.append(x0[side] + share * (x1[side] - x0[side]))
    return numpy.concatenate(rows), numpy.concatenate(columns)


def spans(finder):
    """All runs of cells that lie in a polygon: row, first column, column after the last, zone."""
    found = []
    for polygon in range(finder.nr_of_polygons):
        rings = [finder.coords_of(polygon), *finder._holes_of_poly(polygon)]
        rings = [tuple(convert(axis) for axis in ring) for ring in rings]
        rows, columns = crossings(rings)
        order = numpy.lexsort((columns, rows))
        rows, columns = rows[order], columns[order]
        assert len(rows) % 2 == 0 and (rows[::2] == rows[1::2]).all()
        edges = numpy.clip(numpy.ceil(columns - 0.5), 0, WIDTH).astype(numpy.int64)
        zone = numpy.full(len(rows) // 2, finder.zone_id_of(polygon))
        run = numpy.stack([rows[::2], edges[::2], edges[1::2], zone], axis=1)
        found.append(run[(run[:, 1] < run[:, 2]) & (run[:, 0] >= 0) & (run[:, 0] < HEIGHT)])
    return numpy.concatenate(found)


def convert(axis):
    """Degrees, whether the source gives them so or in ten-millionths."""
    axis = numpy.asarray(axis)
    return axis / 1e7 if numpy.issubdtype(axis.dtype, numpy.integer) else axis.astype(float)


def settled(cells, seas):
    """A square without border between land and open sea, which lies twelve miles off the coast and need not be exact:
    land gets the sea of a square of which it has a quarter or more, and else gives it up."""
    is_sea = seas[cells]
    if is_sea.all() or not is_sea.any():
        return cells
    result = cells.copy()
    land_stays = is_sea.mean() <= 0.75
    values, counts = numpy.unique(cells[is_sea != land_stays], return_counts=True)
    result[is_sea == land_stays] = values[counts.argmax()]
    return result


def square(cells):
    """What stands for eight by eight values: one zone, or a block of up to four, the most frequent ones."""
    values, counts = numpy.unique(cells, return_counts=True)
    if len(values) == 1:
        return ("zone", int(values[0]))
    common = values[numpy.argsort(-counts, kind="stable")][:4].tolist()
    index = numpy.zeros(cells.shape, dtype=numpy.uint64)
    for number, zone in enumerate(common):
        index[cells == zone] = number
    if len(common) == 2:
        bits = (index.ravel() << numpy.arange(64, dtype=numpy.uint64)).sum()
        return ("two", struct.pack("<2HQ", *common, int(bits)))
    common += [common[0]] * (4 - len(common))
    shifts = numpy.arange(0, 64, 2, dtype=numpy.uint64)
    bits = [int((half << shifts).sum()) for half in (index.ravel()[:32], index.ravel()[32:])]
    return ("four", struct.pack("<4H2Q", *common, *bits))


def degree(cells, seas):
    if (cells == cells[0, 0]).all():
        return ("zone", int(cells[0, 0]))
    starts = range(0, CELLS, SIDE)
    squares = [square(settled(cells[i : i + SIDE, j : j + SIDE], seas)) for i in starts for j in starts]
    zones = {content for _, content in squares}
    if all(kind == "zone" for kind, _ in squares) and len(zones) <= 4:
        return square(numpy.array([zone for _, zone in squares], dtype=numpy.uint16).reshape(SIDE, SIDE))
    return ("node", squares)


def build(path):
    finder = TimezoneFinder(in_memory=True)
    names = finder.timezone_names
    seas = numpy.array([name.startswith("Etc/") for name in names] + [False] * (UNSET + 1 - len(names)))
    runs = spans(finder)
    # The sea first, so that land wins where both claim a cell.
    runs = runs[numpy.lexsort((~seas[runs[:, 3]], runs[:, 0]))]
    degrees = []
    bounds = numpy.searchsorted(runs[:, 0], numpy.arange(0, HEIGHT + 1, CELLS))
    for latitude in range(180):
        band = numpy.full((CELLS, WIDTH), UNSET, dtype=numpy.uint16)
        for row, start, end, zone in runs[bounds[latitude] : bounds[latitude + 1]].tolist():
            band[row - latitude * CELLS, start:end] = zone
        fill(band, names)
        degrees += [degree(band[:, i : i + CELLS], seas) for i in range(0, WIDTH, CELLS)]
    write(path, names, degrees)


def fill(band, names):
    """Cells that no polygon claims, which slivers between polygons are, get the zone to the west of them, else the
    zone of the sea there."""
    rows, columns = numpy.nonzero(band == UNSET)
    for row, column in zip(rows.tolist(), columns.tolist()):
        west = band[row, column - 1] if column else UNSET
        hours = round((column / CELLS - 180) / 15)
        sea = "Etc/GMT" if hours == 0 else f"Etc/GMT{-hours:+d}"
        band[row, column] = west if west != UNSET else names.index(sea)


def write(path, names, degrees):
    # Numbers of zones come first, then those of nodes, of blocks with two zones, of blocks with up to four.
    found = {"zone": names, "node": [], "two": [], "four": []}

    def number(part):
        kind, content = part
        if kind == "zone":
            return (kind, content)
        found[kind].append([number(square) for square in content] if kind == "node" else content)
        return (kind, len(found[kind]) - 1)

    top = [number(part) for part in degrees]
    counts = [len(found[kind]) for kind in found]
    base = dict(zip(found, [0, counts[0], counts[0] + counts[1], sum(counts[:3])]))
    print(dict(zip(found, counts)))
    assert sum(counts) <= 0x10000

    def pack(entries):
        return struct.pack(f"<{len(entries)}H", *(base[kind] + index for kind, index in entries))

    texts = [name.encode().ljust(NAME, b"\0") for name in names]
    assert all(len(text) == NAME and text.endswith(b"\0") for text in texts)
    parts = [struct.pack("<4I", *counts), pack(top), *map(pack, found["node"]), *found["two"], *found["four"], *texts]
    table = b"".join(parts)
    with open(path, "wb") as file:
        file.write(table)
    print(len(table), "bytes")


build(sys.argv[1])
