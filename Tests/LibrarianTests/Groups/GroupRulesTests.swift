import FactoryCore
import Testing

@testable import librarian

@Suite("What belongs together")
struct GroupRulesTests {
    /// - Parameter taken: nil for a file that only knows its last change.
    private func member(
        _ name: String, _ format: MediaFormat, taken: String?, _ identifier: String? = nil, offset: String? = nil,
        _ precision: DatePrecision = .second
    ) throws -> GroupMember {
        let local = try #require(CivilTime(taken ?? "2026-01-01 00:00:00"))
        let offset = try offset.map { try #require(UTCOffset($0)) }
        let capture = CaptureTime(
            local: local, offset: offset, instant: offset.map { Timestamp(local: local, offset: $0) },
            precision: precision, source: taken == nil ? .fileModified : .exifOriginal)
        let metadata = MediaMetadata(
            format: format, capture: capture, place: nil, problem: nil, contentIdentifier: identifier)
        return GroupMember(metadata, name: Array(name.utf8))
    }

    private func noon(_ format: MediaFormat, _ seconds: Int = 0, _ identifier: String? = nil) throws -> GroupMember {
        try member("a", format, taken: "2024-03-09 12:00:0\(seconds)", identifier)
    }

    @Test("a still and its video, by identifier whatever their times are, else by three seconds")
    func livePhotos() throws {
        let verdict = GroupRules.verdict
        #expect(verdict(try noon(.heic, 0, "X"), try member("a", .mov, taken: "2020-01-01 00:00:00", "X")) == .together)
        #expect(verdict(try noon(.heic, 0, "X"), try noon(.mov, 0, "Y")) == .apart)
        #expect(verdict(try noon(.heic), try noon(.mov, 3)) == .together)
        #expect(verdict(try noon(.heic), try noon(.mov, 4)) == .apart)
        #expect(verdict(try noon(.heic), try member("a", .mov, taken: nil)) == .perhaps)
        #expect(verdict(try noon(.heic), try noon(.jpeg)) == .apart)
    }

    @Test("also when one clock's zone is not known, and not when both are")
    func zones() throws {
        let video = try member("a", .mp4, taken: "2024-03-09 11:00:02")
        #expect(GroupRules.verdict(try noon(.jpeg), video) == .together)
        let still = try member("a", .jpeg, taken: "2024-03-09 12:00:00", offset: "+02:00")
        let elsewhere = try member("a", .mp4, taken: "2024-03-09 12:00:00", offset: "+01:00")
        #expect(GroupRules.verdict(still, elsewhere) == .apart)
    }

    @Test("a picture leads, then its raw picture, then its video; what has a date leads what has none")
    func leaders() throws {
        let (video, raw, picture) = (try noon(.mov), try noon(.cr2), try noon(.jpeg))
        #expect(GroupRules.groups([video, raw, picture]) == [[2, 1, 0]])
        let undated = try member("a", .jpeg, taken: nil)
        #expect(GroupRules.groups([undated, raw, video]) == [[1, 0, 2]])
        #expect(GroupRules.groups([undated, video]) == [[1, 0]])
        #expect(GroupRules.groups([picture, try member("a", .mov, taken: "2020-01-01 00:00:00")]) == [[0], [1]])
    }

    @Test("raw files are known by their format, and where that is TIFF by their name")
    func roles() {
        #expect(GroupRole(.tiff, name: "a.NEF") == .raw && GroupRole(.tiff, name: "a.tif") == .picture)
        #expect(GroupRole(filedAs: "a.dng") == .raw && GroupRole(filedAs: "a.MOV") == .video)
        #expect(GroupRole(filedAs: "a.heic") == .picture)
    }
}
