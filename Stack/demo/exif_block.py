"""Builds the Exif block of a JPEG: camera, time of capture with its offset, and place."""

import struct

BYTE, ASCII, SHORT, LONG, RATIONAL, UNDEFINED = 1, 2, 3, 4, 5, 7
SIZES = {BYTE: 1, ASCII: 1, SHORT: 2, LONG: 4, RATIONAL: 8, UNDEFINED: 1}
EXIF_POINTER, GPS_POINTER = 0x8769, 0x8825


def text(tag, value):
    return tag, ASCII, len(value) + 1, value.encode("ascii") + b"\0"


def number(tag, value):
    return tag, SHORT, 1, struct.pack("<H", value)


def pointer(tag, offset):
    return tag, LONG, 1, struct.pack("<I", offset)


def angle(tag, degrees):
    """Degrees, minutes and seconds as rationals, to a hundredth of a second."""
    hundredths = round(abs(degrees) * 360_000)
    parts = [(hundredths // 360_000, 1), (hundredths // 6_000 % 60, 1), (hundredths % 6_000, 100)]
    return tag, RATIONAL, 3, b"".join(struct.pack("<II", *part) for part in parts)


def directory(entries, start):
    """One directory of a little-endian TIFF that begins `start` bytes into it, followed by its own longer values."""
    entries = sorted(entries)
    values_at = start + 2 + 12 * len(entries) + 4
    table, values = struct.pack("<H", len(entries)), b""
    for tag, kind, count, data in entries:
        table += struct.pack("<HHI", tag, kind, count)
        if SIZES[kind] * count <= 4:
            table += data.ljust(4, b"\0")
        else:
            table += struct.pack("<I", values_at + len(values))
            values += data + b"\0" * (len(data) % 2)
    return table + struct.pack("<I", 0) + values


def exif_block(model, taken, offset, place):
    """`taken` as "YYYY:MM:DD hh:mm:ss", `offset` as "+hh:mm", `place` as (latitude, longitude) or None."""
    camera = [text(0x010F, "Photo Factory"), text(0x0110, model), number(0x0112, 1)]
    shot = [
        (0x9000, UNDEFINED, 4, b"0232"),
        text(0x9003, taken), text(0x9004, taken), text(0x9010, offset), text(0x9011, offset), text(0x9291, "250"),
    ]
    position = []
    if place:
        latitude, longitude = place
        position = [
            (0x0000, BYTE, 4, bytes([2, 3, 0, 0])),
            text(0x0001, "N" if latitude >= 0 else "S"), angle(0x0002, latitude),
            text(0x0003, "E" if longitude >= 0 else "W"), angle(0x0004, longitude),
        ]

    def first(shot_at, position_at):
        pointers = [pointer(EXIF_POINTER, shot_at)] + ([pointer(GPS_POINTER, position_at)] if place else [])
        return directory(camera + pointers, 8)

    shot_at = 8 + len(first(0, 0))
    shot_directory = directory(shot, shot_at)
    position_at = shot_at + len(shot_directory)
    tiff = struct.pack("<2sHI", b"II", 42, 8) + first(shot_at, position_at) + shot_directory
    return b"Exif\0\0" + tiff + (directory(position, position_at) if place else b"")
