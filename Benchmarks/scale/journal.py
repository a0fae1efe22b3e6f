"""Writes the journal of an archive that was never filed: as the librarian would have left it, chained line by line, for
the assets that archive/assets.sql has rows of. docs/ARCHITECTURE.md says what stands in it."""

import hashlib

SEGMENT = 4 << 20
TIME = "2026-01-01 12:00:00.000000"


def events(number, segment, line):
    fingerprint = hashlib.sha256(str(number).encode()).hexdigest()
    yield (
        f'{{"intent":{{"_0":{{"fingerprint":"{fingerprint}","from":"/app/Photos_Inbox/phone/IMG_{number}.jpg",'
        '"metadata":{"capture":{"instant":"2023-12-25 10:00:00.000000","local":"2023-12-25 12:00:00","offset":"+02:00",'
        '"precision":"second","rejected":[],"source":"EXIF:DateTimeOriginal"},"format":"JPEG",'
        '"place":{"lat":48.137,"lon":11.575}},"modified":"2023-12-25 10:00:00.000000","purpose":"file",'
        f'"size":{4_000_000 + number % 1000},"to":"2023/2023-12-25/IMG_{number}.jpg"}}}}}}')
    yield f'{{"outcome":{{"_2":"filed","line":{line},"segment":{segment}}}}}'


def write(folder, assets):
    """Writes the journal of `assets` files.

    Returns its last position: segment, line, and the hash of that line.
    """
    folder.mkdir(parents=True)
    segment, line, number = 0, 0, 0
    previous = ""
    while number < assets:
        segment, line, size = segment + 1, 0, 0
        # A segment's first line is chained to its number.
        previous = f"{segment:064x}"
        with open(folder / f"{segment:08}.jsonl", "wb") as file:
            while size < SEGMENT and number < assets:
                number += 1
                for event in events(number, segment, line + 1):
                    line += 1
                    text = f'{{"at":"{TIME}","event":{event},"line":{line},"previous":"{previous}"}}'.encode()
                    previous = hashlib.sha256(text).hexdigest()
                    size += file.write(text + b"\n")
    return segment, line, previous
