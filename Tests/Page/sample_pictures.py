"""Small landscapes as PNG, so that the page has something to show. One number makes one picture, always the same."""

import functools
import math
import random
import struct
import zlib

WIDTH, HEIGHT = 240, 200

SKIES = [((255, 183, 120), (255, 231, 190)), ((96, 150, 214), (214, 232, 246)), ((58, 70, 124), (236, 150, 130)),
         ((120, 190, 206), (240, 246, 232)), ((40, 58, 96), (120, 150, 190)), ((250, 160, 150), (255, 226, 200))]
LANDS = [(64, 98, 74), (84, 110, 62), (52, 76, 92), (120, 98, 70), (48, 84, 84), (96, 72, 88)]


@functools.lru_cache(maxsize=64)
def picture(seed: int, padding: int = 0) -> bytes:
    """The bytes of a PNG of 240 × 200 pixels, and so many more that no program looks at."""
    dice = random.Random(seed)
    top, bottom = dice.choice(SKIES)
    land = dice.choice(LANDS)
    sun_x, sun_y, sun_radius = dice.randrange(40, 200), dice.randrange(28, 80), dice.randrange(12, 26)
    ridges = [[_ridge(x, 95 + 30 * layer, dice_of) for x in range(WIDTH)]
              for layer, dice_of in enumerate([[dice.random() for _ in range(4)] for _ in range(3)])]
    rows = bytearray()
    for y in range(HEIGHT):
        share = y / HEIGHT
        sky = bytes(int(a + (b - a) * share) for a, b in zip(top, bottom))
        row = bytearray(sky * WIDTH)
        if abs(y - sun_y) < sun_radius:
            half = int(math.sqrt(sun_radius**2 - (y - sun_y) ** 2))
            row[3 * (sun_x - half):3 * (sun_x + half)] = bytes((255, 246, 214)) * (2 * half)
        for layer, ridge in enumerate(ridges):
            colour = bytes(int(part * (1.25 - 0.3 * layer)) for part in land)
            for x in range(WIDTH):
                if y >= ridge[x]:
                    row[3 * x:3 * x + 3] = colour
        rows += b"\0" + row
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + (_chunk(b"paDd", bytes(padding)) if padding else b"") + _chunk(b"IDAT", zlib.compress(bytes(rows))) + _chunk(b"IEND", b"")


def _ridge(x: int, base: float, dice: list) -> float:
    slow = math.sin(x / 37 + dice[0] * 7) * 16 * (0.5 + dice[1])
    return base + slow + math.sin(x / 13 + dice[2] * 7) * 5 * dice[3]


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
