"""Writes JPEGs whose pictures are mosaics: every block of 8 × 8 pixels has one colour.

A block of one colour is nothing but its mean, so neither a cosine transform nor a picture library is needed.
"""

import struct

# Two Huffman tables: twelve sizes of a difference of means, four bits each; and "no more of this block", one bit.
MEANS_TABLE = bytes([0x00, 0, 0, 0, 12] + [0] * 12 + list(range(12)))
REST_TABLE = bytes([0x10, 1] + [0] * 15 + [0x00])


def segment(marker, payload):
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def luma_and_chroma(red, green, blue):
    """JFIF's YCbCr, centred on zero. The mean of a block counts eight times its value."""
    luma = 0.299 * red + 0.587 * green + 0.114 * blue
    return round(8 * (luma - 128)), round(8 * 0.564 * (blue - luma)), round(8 * 0.713 * (red - luma))


def difference_bits(difference):
    """The bits of one block: the size of the difference to the block before, the difference, the end of the block."""
    size = abs(difference).bit_length()
    stored = difference if difference >= 0 else difference + (1 << size) - 1
    return format(size, "04b") + (format(stored, f"0{size}b") if size else "") + "0"


def scan_data(cells):
    before, bits = [0, 0, 0], []
    for row in cells:
        for colour in row:
            for component, mean in enumerate(luma_and_chroma(*colour)):
                bits.append(difference_bits(mean - before[component]))
                before[component] = mean
    stream = "".join(bits)
    stream += "1" * (-len(stream) % 8)
    data = int(stream, 2).to_bytes(len(stream) // 8, "big")
    return data.replace(b"\xff", b"\xff\x00")


def mosaic_jpeg(cells, exif=None):
    """A baseline JPEG from rows of (red, green, blue) cells, each from 0 to 255; 8 × 8 pixels a cell."""
    height, width = 8 * len(cells), 8 * len(cells[0])
    frame = struct.pack(">BHHB", 8, height, width, 3) + b"".join(bytes([component, 0x11, 0]) for component in (1, 2, 3))
    scan = bytes([3, 1, 0, 2, 0, 3, 0, 0, 63, 0])
    return b"".join([
        b"\xff\xd8",
        segment(0xE1, exif) if exif else segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        segment(0xDB, bytes([0] + [1] * 64)),
        segment(0xC0, frame),
        segment(0xC4, MEANS_TABLE), segment(0xC4, REST_TABLE),
        segment(0xDA, scan), scan_data(cells),
        b"\xff\xd9",
    ])
