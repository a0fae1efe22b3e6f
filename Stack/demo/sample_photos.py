"""Drops a dozen sample photos into a folder: landscapes that nobody took, with dates and places like real ones.

Usage: sample_photos.py FOLDER. The pictures are the same every time, so dropping them twice shows how duplicates are treated.
"""

import math
import os
import sys

from exif_block import exif_block
from mosaic_jpeg import mosaic_jpeg

COLUMNS, ROWS = 80, 60

# Name, camera, local time of capture, offset from UTC, place. Two have the same name in different folders; one has no Exif.
PHOTOS = [
    ("IMG_0001.jpg", "Sampler One", "2023:07:14 06:12:05", "+02:00", (47.5576, 10.7498)),
    ("IMG_0002.jpg", "Sampler One", "2023:07:14 12:30:41", "+02:00", (47.5622, 10.7011)),
    ("IMG_0003.jpg", "Sampler One", "2023:07:14 21:05:10", "+02:00", None),
    ("Anna/IMG_0001.jpg", "Sampler Two", "2023:07:14 12:31:02", "+02:00", (47.5621, 10.7013)),
    ("Anna/IMG_0107.jpg", "Sampler Two", "2023:12:31 23:59:58", "+01:00", (48.1374, 11.5755)),
    ("Anna/IMG_0108.jpg", "Sampler Two", "2024:01:01 00:00:03", "+01:00", (48.1374, 11.5755)),
    ("Ben/DSC09120.JPG", "Sampler Three", "2024:02:29 17:44:00", "-03:00", (-54.8019, -68.3030)),
    ("Ben/DSC09121.JPG", "Sampler Three", "2024:03:01 05:20:30", "-03:00", (-54.8100, -68.3150)),
    ("Ben/DSC09302.JPG", "Sampler Three", "2024:10:05 08:15:00", "+09:00", (35.3606, 138.7274)),
    ("Ben/DSC09303.JPG", "Sampler Three", "2024:10:05 18:40:12", "+09:00", (35.5011, 138.7672)),
    ("mosaic without a date.jpg", None, None, None, None),
]
# The twelfth arrives twice, as happens when two phones share a picture.
DUPLICATE = ("Ben/copy of IMG_0002.jpg", "IMG_0002.jpg")


def blend(first, second, share):
    return tuple(round(a + (b - a) * share) for a, b in zip(first, second))


def landscape(seed):
    """A sky with a sun over three ranges of hills; `seed` moves them and sets the time of day."""
    day = 0.5 + 0.5 * math.sin(seed * 1.7)
    zenith, horizon = blend((24, 28, 72), (64, 132, 214), day), blend((226, 120, 84), (214, 232, 244), day)
    sun_column, sun_row = 12 + seed * 29 % 56, 10 + seed * 7 % 20
    skylines = [
        [ROWS * (0.5 + 0.15 * depth) + 5 * math.sin(column / (7 + 3 * depth) + seed * (depth + 2)) for column in range(COLUMNS)]
        for depth in range(3)
    ]

    def cell(column, row):
        for depth in reversed(range(3)):
            if row >= skylines[depth][column]:
                return blend((96, 120, 150), (30, 84, 40), depth / 2)
        if math.hypot(column - sun_column, row - sun_row) < 4:
            return (255, 240, 190)
        return blend(zenith, horizon, row / ROWS)

    return [[cell(column, row) for column in range(COLUMNS)] for row in range(ROWS)]


def drop(folder, name, contents):
    """Under a hidden name first: what the inbox shows is complete."""
    path = os.path.join(folder, name)
    parent, base = os.path.split(path)
    os.makedirs(parent, exist_ok=True)
    hidden = os.path.join(parent, f".{base}.part")
    with open(hidden, "wb") as file:
        file.write(contents)
    os.replace(hidden, path)


def main(folder):
    made = {}
    for seed, (name, model, taken, offset, place) in enumerate(PHOTOS, start=1):
        exif = exif_block(model, taken, offset, place) if taken else None
        made[name] = mosaic_jpeg(landscape(seed), exif)
    made[DUPLICATE[0]] = made[DUPLICATE[1]]
    for name, contents in made.items():
        drop(folder, name, contents)
    print(f"Dropped {len(made)} sample photos into {folder}; one of them is there twice.")


if __name__ == "__main__":
    if len(sys.argv) != 2 or not os.path.isdir(sys.argv[1]):
        sys.exit("Usage: sample_photos.py FOLDER")
    main(sys.argv[1])
