import Testing

@testable import librarian

@Suite("IPTC-IIM records")
struct IPTCRecordsTests {
    private func dataSet(_ number: UInt8, _ text: String, record: UInt8 = 2) -> [UInt8] {
        [0x1C, record, number, UInt8(text.utf8.count >> 8), UInt8(text.utf8.count & 0xFF)] + Array(text.utf8)
    }

    @Test("give date and time of the application record, the first ones")
    func dates() {
        let bytes =
            dataSet(90, "\u{1B}%G", record: 1) + dataSet(55, "19990101", record: 3) + dataSet(5, "Title")
            + dataSet(55, "20240309") + dataSet(60, "195038+0900") + dataSet(55, "20200101")
        #expect(IPTCRecords.fields(of: bytes) == IPTCFields(dateCreated: "20240309", timeCreated: "195038+0900"))
    }

    @Test("may have long data sets, and their bytes swapped by fours")
    func forms() {
        let long: [UInt8] = [0x1C, 2, 120, 0x80, 4, 0, 0, 0, 3, 65, 66, 67]
        #expect(IPTCRecords.fields(of: long + dataSet(55, "20240309")).dateCreated == "20240309")
        let bytes = dataSet(55, "20240309") + [0, 0, 0]
        let swapped = stride(from: 0, to: bytes.count, by: 4).flatMap { bytes[$0..<$0 + 4].reversed() }
        #expect(IPTCRecords.fields(of: swapped).dateCreated == "20240309")
    }

    @Test("end at the first fault")
    func faults() {
        let good = dataSet(55, "20240309")
        #expect(IPTCRecords.fields(of: good + [7] + dataSet(60, "195038")) == IPTCFields(dateCreated: "20240309"))
        #expect(IPTCRecords.fields(of: good.dropLast(1)) == IPTCFields())
        #expect(IPTCRecords.fields(of: [0x1C, 2, 55, 0x80, 4, 0xFF, 0xFF, 0xFF, 0xFF, 1]) == IPTCFields())
        #expect(IPTCRecords.fields(of: []) == IPTCFields())
    }
}
