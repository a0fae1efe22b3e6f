import TestSupport
import Testing

/// What belongs together gets one day and one stem, and nothing that does not.
struct GroupTests {
    private let live = SampleLivePhoto("A1B2", taken: "2024:03:09 23:59:59", filmed: "2024-03-10T00:00:01+0100")
    private let xmp = """
        <x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
        <rdf:Description xmlns:exif='http://ns.adobe.com/exif/1.0/' exif:DateTimeOriginal='2001-02-03T04:05:06'/>
        </rdf:RDF></x:xmpmeta>
        """
    private let adjustments = "<?xml version='1.0'?><plist version='1.0'><dict/></plist>"

    @Test func videoOfALivePhotoTakesTheDayOfItsStillAlsoAtMidnight() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(live.still(), to: "phone/IMG_1.HEIC")
            try factory.inbox.write(live.video(), to: "phone/IMG_1.MOV")
            let report = try await factory.ingest()
            #expect(report.counts.filed == 2)
            #expect(try factory.originals.files() == ["2024/2024-03-09/IMG_1.HEIC", "2024/2024-03-09/IMG_1.MOV"])
            #expect(Set(try await factory.ledger().map(\.capturedAt)) == ["2024-03-09 23:59:59"])
        }
    }

    @Test func halvesWithDifferentNamesFindEachOtherByIdentifierAlsoWhenTheVideoIsLate() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(live.still(), to: "party.JPG")
            _ = try await factory.ingest()
            try factory.inbox.write(live.video(), to: "elsewhere/export.MOV")
            let report = try await factory.ingest()
            #expect(report.counts.filed == 1)
            #expect(try factory.originals.files() == ["2024/2024-03-09/party.JPG", "2024/2024-03-09/party.MOV"])
        }
    }

    @Test func twoPhonesWithTheSameNamesNeverCross() async throws {
        try await withInstallation { factory in
            for (phone, number) in [("a", 1), ("b", 2)] {
                for name in ["IMG_0001", "IMG_0002"] {
                    let live = SampleLivePhoto("\(phone)-\(name)", taken: "2024:03:09 12:00:0\(number)")
                    try factory.inbox.write(live.still(), to: "\(phone)/\(name).JPG")
                    try factory.inbox.write(live.video(), to: "\(phone)/\(name).MOV")
                    try factory.inbox.write(Array(adjustments.utf8), to: "\(phone)/\(name).AAE")
                }
            }
            let report = try await factory.ingest()
            #expect(report.counts.filed == 12)
            let files = try factory.originals.files()
            let stems = Dictionary(grouping: files) { $0.split(separator: ".").dropLast().joined(separator: ".") }
            #expect(stems.count == 4 && stems.values.allSatisfy { $0.count == 3 }, "\(files)")
            for members in stems.values {
                let hashes = try members.map { try factory.originals.read($0) }
                let marks = hashes.map { String(decoding: $0, as: UTF8.self) }
                #expect(
                    ["a-IMG_0001", "a-IMG_0002", "b-IMG_0001", "b-IMG_0002"].contains { mark in
                        marks.count { $0.contains(mark) } == 2
                    }, "\(members)")
            }
            #expect(try await Conservation(factory: factory).breaches(arrived: []).isEmpty)
        }
    }

    @Test func rawAndJPEGGoTogetherUnlessTheirTimesTellThemApart() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(SamplePhoto("jpeg", taken: "2024:03:09 12:00:00").bytes(), to: "DSC_1.JPG")
            try factory.inbox.write(raw("2024:03:09 12:00:00"), to: "DSC_1.NEF")
            try factory.inbox.write(SamplePhoto("new", taken: "2024:03:09 12:00:00").bytes(), to: "x/DSC_1.JPG")
            try factory.inbox.write(raw("2019:01:01 00:00:00"), to: "x/DSC_1.NEF")
            _ = try await factory.ingest()
            let files = try factory.originals.files()
            #expect(files.count == 4)
            #expect(files.contains("2019/2019-01-01/DSC_1.NEF"), "\(files)")
        }
    }

    @Test func sidecarsStandBesideTheirPhotoAndTheirDateCounts() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(SamplePhoto("a", taken: "2024:03:09 12:00:00").bytes(), to: "a.jpg")
            try factory.inbox.write(Array(xmp.utf8), to: "a.jpg.xmp")
            try factory.inbox.write(SamplePhoto("b", taken: "2024:03:09 12:00:00").bytes(), to: "b.jpg")
            try factory.inbox.write(Array(adjustments.utf8), to: "b.AAE")
            let report = try await factory.ingest()
            #expect(report.counts.filed == 4)
            #expect(
                try factory.originals.files() == [
                    "2001/2001-02-03/a.jpg", "2001/2001-02-03/a.jpg.xmp", "2024/2024-03-09/b.AAE",
                    "2024/2024-03-09/b.jpg",
                ])
            #expect(try await factory.ledger().count == 2)
            #expect(try await Conservation(factory: factory).breaches(arrived: []).isEmpty)
        }
    }

    @Test func lateSidecarJoinsItsPhotoWithoutMovingItAndTheSameOneTwiceIsADuplicate() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(SamplePhoto("a", taken: "2024:03:09 12:00:00").bytes(), to: "a.jpg")
            _ = try await factory.ingest()
            for _ in 0..<2 {
                try factory.inbox.write(Array(xmp.utf8), to: "a.jpg.xmp")
                _ = try await factory.ingest()
            }
            #expect(try factory.originals.files() == ["2024/2024-03-09/a.jpg", "2024/2024-03-09/a.jpg.xmp"])
            try factory.inbox.write(Array((xmp + " ").utf8), to: "a.jpg.xmp")
            _ = try await factory.ingest()
            let files = try factory.originals.files()
            #expect(files.count == 3 && files.allSatisfy { $0.hasPrefix("2024/2024-03-09/a") }, "\(files)")
            #expect(try factory.inboxFiles().isEmpty)
            #expect(try await Conservation(factory: factory).breaches(arrived: []).isEmpty)
        }
    }

    @Test func sidecarsWithoutTheirPhotoThatComeTwiceAtOnceAreStoredOnce() async throws {
        try await withInstallation { factory in
            for number in 0..<30 {
                for folder in ["a", "b"] {
                    let edits = "<?xml version='1.0'?><plist version='1.0'><dict><!-- \(number) --></dict></plist>"
                    try factory.inbox.write(Array(edits.utf8), to: "\(folder)/IMG_20240309_1200\(10 + number).AAE")
                }
            }
            let report = try await factory.ingest()
            #expect(report.counts.filed == 30 && report.counts.duplicates == 30)
            #expect(try factory.originals.files().count == 30)
            #expect(try factory.inboxFiles().isEmpty)
        }
    }

    @Test func sidecarWithoutItsPhotoIsFiledByTheDayInItsName() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(Array(adjustments.utf8), to: "IMG_20200102_030405.AAE")
            try factory.inbox.write(Array("{\"a\": 1}".utf8), to: "settings.json")
            let report = try await factory.ingest()
            #expect(report.counts.filed == 1 && report.counts.ignored == 1)
            #expect(try factory.originals.files() == ["2020/2020-01-02/IMG_20200102_030405.AAE"])
        }
    }

    @Test func serviceWaitsForTheOtherHalfAndNoLongerThanItIsTold() async throws {
        try await withInstallation { factory in
            try await factory.whileServing(with: ["LIBRARIAN_GROUP_SECONDS": "6"]) { _ in
                try await factory.waitForHeartbeat()
                try factory.inbox.write(live.still(), to: "IMG_1.JPG")
                try await Task.sleep(for: .seconds(3))
                #expect(try await factory.ledger().isEmpty)
                try factory.inbox.write(live.video(), to: "IMG_1.MOV")
                try await eventually("both are filed") { try await factory.ledger().count == 2 }
                #expect(Set(try await factory.ledger().map(\.capturedAt)) == ["2024-03-09 23:59:59"])
                try factory.inbox.write(SampleLivePhoto("C", taken: "2023:01:01 01:01:01").still(), to: "IMG_2.JPG")
                try await eventually("it goes alone") { try await factory.ledger().count == 3 }
            }
        }
    }

    /// A TIFF-structured raw picture with nothing but its time.
    private func raw(_ taken: String) -> [UInt8] {
        SampleExifBlock(details: [.text(0x9003, taken)]).bytes()
    }
}
