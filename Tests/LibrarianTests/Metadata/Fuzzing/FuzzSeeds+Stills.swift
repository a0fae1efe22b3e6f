import TestSupport

@testable import librarian

extension FuzzSeeds {
    static var jpeg: [UInt8] {
        var jpeg = JPEGBytes.with(.full)
        jpeg.segments.append((0xE1, join(ascii("http://ns.adobe.com/xap/1.0/\0"), xmp)))
        jpeg.segments.append((0xED, join(ascii("Photoshop 3.0\0"), resources)))
        let digest = [UInt8](repeating: 0x41, count: 32)
        let extended = join(ascii("http://ns.adobe.com/xmp/extension/\0"), digest, big(xmp.count), big(0), xmp)
        jpeg.segments.append((0xE1, extended))
        return jpeg.bytes
    }

    static var png: [UInt8] {
        PNGBytes.file(
            PNGBytes.chunk("eXIf", exif), PNGBytes.text("Creation Time", "2001:02:03 04:05:06"),
            PNGBytes.text("Raw profile type exif", PNGBytes.rawProfile("exif", exif)),
            PNGBytes.chunk("zTXt", join(ascii("Raw profile type iptc\0\0"), PNGBytes.stored(iptc))),
            PNGBytes.chunk("iTXt", join(ascii("XML:com.adobe.xmp\0\0\0\0\0"), xmp)),
            PNGBytes.chunk("tIME", [7, 0xD0, 1, 2, 3, 4, 5]))
    }

    static var gif: [UInt8] {
        let screen: [UInt8] = [1, 0, 1, 0, 0x80, 0, 0, 9, 9, 9, 9, 9, 9]
        let trailer = Array((0...255).reversed()).map { UInt8($0) }
        let image: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4C, 1, 0, 0x3B]
        return join(
            ascii("GIF89a"), screen, [0x21, 0xFF, 11], ascii("XMP DataXMP"), xmp, [1], trailer, [0], image)
    }

    static var psd: [UInt8] {
        join(ascii("8BPS\0\u{1}"), zeros(20), big(0), big(resources.count), resources)
    }

    static var tiffs: [[UInt8]] {
        let details: [TIFFBytes.Entry] = [.text(0x9003, "2001:02:03 04:05:06"), .text(0x9011, "+01:00")]
        let entries: [TIFFBytes.Entry] = [
            .bytes(0x002E, JPEGBytes.with(.full).bytes), .text(0x0132, "2001:02:03 04:05:06"),
            .directory(0x014A, [.text(0x9003, "2001")], [.text(0x9004, "2001")]), .bytes(0x02BC, xmp),
            .bytes(0x83BB, iptc), .bytes(0x8649, resources), .directory(0x8769, details),
            .directory(0x8825, [.text(1, "N")]),
        ]
        let dialects: [(ByteOrder, UInt16)] = [(.little, 42), (.big, 42), (.little, 43), (.big, 43)]
        return dialects.map { TIFFBytes(order: $0, magic: $1, chain: [entries, details]).bytes() }
    }

    static var raf: [UInt8] {
        let picture = JPEGBytes.with(.full).bytes
        return join(ascii("FUJIFILMCCD-RAW "), zeros(68), big(96), big(picture.count), big(0), picture)
    }

    static var mrw: [UInt8] {
        let blocks = join(ascii("\0PRD"), big(3), [1, 2, 3], ascii("\0TTW"), big(exif.count), exif)
        return join(ascii("\0MRM"), big(blocks.count), blocks)
    }

    static var crw: [UInt8] {
        let stamp = join(little(1_710_013_838), little(0), little(0))
        let heap = join(stamp, [1, 0, 0x0E, 0x18], little(12), little(0), little(12))
        let record = join([1, 0, 0x0A, 0x30], little(heap.count), little(0), little(heap.count))
        return join(ascii("II"), little(26), ascii("HEAPCCDR"), zeros(12), heap, record)
    }

    static var x3f: [UInt8] {
        let picture = join(zeros(28), JPEGBytes.with(.full).bytes)
        let section = join(little(40), little(picture.count), ascii("IMA2"))
        return join(
            ascii("FOVb"), zeros(36), picture, ascii("SECd"), little(0), little(1), section, little(40 + picture.count))
    }
}
