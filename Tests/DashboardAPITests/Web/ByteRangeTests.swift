import Testing

@testable import dashboard_api

@Suite("Which part of a file a client wants")
struct ByteRangeTests {
    @Test(
        "is what the header says",
        arguments: [
            ("bytes=0-0", ByteRange.part(0..<1)), ("bytes=5-", .part(5..<10)), ("bytes=-3", .part(7..<10)),
            ("bytes=-30", .part(0..<10)), ("bytes=9-99", .part(9..<10)), ("bytes=10-", .unsatisfiable),
            ("bytes=-0", .unsatisfiable), ("bytes=0-9223372036854775807", .part(0..<10)),
        ])
    func understood(_ header: String, _ range: ByteRange) {
        #expect(ByteRange(header, size: 10) == range)
    }

    @Test(
        "is the whole where it is not understood",
        arguments: [
            nil, "", "bytes=", "bytes=-", "bytes=5-2", "bytes=a-b", "bytes=0-1,3-4", "bits=0-1", "bytes=+1-2",
            "bytes=99999999999999999999-",
        ])
    func whole(_ header: String?) {
        #expect(ByteRange(header, size: 10) == .whole)
    }
}
