"""Makes a set of photos as a phone would have taken them: the same bytes for the same arguments, whatever machine.

Usage: photo_set.py FOLDER COUNT BYTES

Each is a JPEG of BYTES bytes whose first segment has a date, a position and the camera's name; what follows is noise. The
dates are those of three years, in order. Every twentieth is a copy of the one before it, under a name of its own.
"""

import os
import random
import struct
import sys
import time

EXIF, GPS = 0x8769, 0x8825


def entries(values, offset):
    """One directory of a big-endian TIFF at `offset`: (tag, type, count, bytes) in order, and what follows it."""
    body, directory = b"", struct.pack(">H", len(values))
    place = offset + 2 + 12 * len(values) + 4
    for tag, kind, count, data in values:
        if len(data) > 4:
            directory += struct.pack(">HHLL", tag, kind, count, place + len(body))
            body += data + b"\0" * (len(data) % 2)
        else:
            directory += struct.pack(">HHL", tag, kind, count) + data.ljust(4, b"\0")
    return directory + b"\0\0\0\0" + body


def text(tag, value):
    data = value.encode() + b"\0"
    return (tag, 2, len(data), data)


def degrees(tag, value):
    whole = int(value * 3600 * 100)
    parts = (whole // 360000, 1, whole // 6000 % 60, 1, whole % 6000, 100)
    return (tag, 5, 3, struct.pack(">6L", *parts))


def exif(taken, latitude, longitude):
    camera = [text(0x10F, "Fairphone"), text(0x110, "FP5"), (0x112, 3, 1, b"\0\1"), text(0x132, taken)]
    camera += [(EXIF, 4, 1, b"\0\0\0\0"), (GPS, 4, 1, b"\0\0\0\0")]
    details = [(0x829A, 5, 1, struct.pack(">2L", 1, 120)), (0x8827, 3, 1, b"\0\x64"), text(0x9003, taken)]
    details += [text(0x9004, taken), text(0x9011, "+02:00"), (0x920A, 5, 1, struct.pack(">2L", 43, 10))]
    details += [(0xA002, 4, 1, struct.pack(">L", 4000)), (0xA003, 4, 1, struct.pack(">L", 3000))]
    position = [text(1, "N"), degrees(2, latitude), text(3, "E"), degrees(4, longitude)]
    first = 8 + len(entries(camera, 8))
    second = first + len(entries(details, first))
    camera[4], camera[5] = (EXIF, 4, 1, struct.pack(">L", first)), (GPS, 4, 1, struct.pack(">L", second))
    block = b"MM\0\x2a\0\0\0\x08" + entries(camera, 8) + entries(details, first) + entries(position, second)
    return b"Exif\0\0" + block


def segment(marker, body):
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def photo(number, count, size):
    noise = random.Random(number)
    # One after the other, as photos are taken.
    moment = 1_600_000_000 + (number + noise.random()) * 3 * 365 * 86400 / count
    taken = time.strftime("%Y:%m:%d %H:%M:%S", time.gmtime(moment))
    head = b"\xff\xd8" + segment(0xE1, exif(taken, 40 + 10 * noise.random(), 5 + 10 * noise.random()))
    head += segment(0xDB, bytes([0]) + bytes(range(1, 65)))
    head += segment(0xC0, struct.pack(">BHHB", 8, 3000, 4000, 1) + b"\1\x11\0")
    head += segment(0xC4, b"\0\1" + b"\0" * 15 + b"\0") + segment(0xDA, b"\1\1\0\0\x3f\0")
    # Within a scan, 0xFF would begin a marker.
    return head + noise.randbytes(size - len(head) - 2).replace(b"\xff", b"\xfe") + b"\xff\xd9"


def main(folder, count, size):
    for number in range(count):
        copied = number % 20 == 19
        # As phones do: folders of months.
        place = os.path.join(folder, f"Phone/Camera/{number * 24 // count:02}")
        os.makedirs(place, exist_ok=True)
        with open(os.path.join(place, f"IMG_{number:06}.jpg"), "wb") as file:
            file.write(photo(number - 1 if copied else number, count, size))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
