"""Writes the outlines of the countries of Natural Earth as one path of an SVG, in tenths of a degree: x to the east, y to the
south. That is a pixel and a half of a map that is 5,000 pixels wide.

Usage: outline.py FILE, with geopandas in the Python that runs it; it is not imported, since only its data are wanted.
The shapes are polygons of a shapefile: https://www.esri.com/content/dam/esrisites/sitecore-archive/Files/Pdfs/library/whitepapers/pdfs/shapefile.pdf
"""
import importlib.util
import pathlib
import struct
import sys

POLYGON = 5


def rings(shapes):
    """The rings of all polygons, each a list of positions."""
    at = 100
    while at < len(shapes):
        length = 2 * struct.unpack_from(">i", shapes, at + 4)[0]
        record, at = shapes[at + 8:at + 8 + length], at + 8 + length
        kind, parts, points = (struct.unpack_from("<i", record, offset)[0] for offset in (0, 36, 40))
        assert kind == POLYGON, f"a shape of type {kind}"
        first = [*struct.unpack_from(f"<{parts}i", record, 44), points]
        numbers = struct.unpack_from(f"<{2 * points}d", record, 44 + 4 * parts)
        positions = [(round(10 * x), -round(10 * y)) for x, y in zip(numbers[::2], numbers[1::2])]
        yield from (positions[begin:end] for begin, end in zip(first, first[1:]))


def path(ring):
    """A closed path, from position to position; what is equal after rounding is left out."""
    positions = [here for before, here in zip([None, *ring], ring) if before != here]
    if len(set(positions)) < 3:
        return ""
    moves = [f"M{positions[0][0]} {positions[0][1]}"]
    for before, here in zip(positions, positions[1:-1]):
        across, down = here[0] - before[0], here[1] - before[1]
        moves.append(f"l{across}{'' if down < 0 else ' '}{down}")
    return "".join(moves) + "z"


def main():
    folder = pathlib.Path(importlib.util.find_spec("geopandas").origin).parent / "datasets/naturalearth_lowres"
    land = "".join(path(ring) for ring in rings((folder / "naturalearth_lowres.shp").read_bytes()))
    pathlib.Path(sys.argv[1]).write_text(
        "<!-- Countries of Natural Earth (public domain), 1:110m. Made by Stack/world/build-outline.sh. -->\n"
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1800 -840 3600 1740">'
        f'<path id="land" d="{land}"/></svg>\n', encoding="ascii")


main()
