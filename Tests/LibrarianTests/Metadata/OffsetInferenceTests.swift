import FactoryCore
import Testing

@testable import librarian

@Suite("An offset inferred from the satellites' time")
struct OffsetInferenceTests {
    @Test(
        "is the nearest quarter hour, if clocks agree within five minutes and a zone has it",
        arguments: [
            ("2024-03-09 21:00:00", 540), ("2024-03-09 20:55:00", 540), ("2024-03-09 21:05:00", 540),
            ("2024-03-09 20:54:59", nil), ("2024-03-09 21:05:01", nil), ("2024-03-09 17:45:10", 345),
            ("2024-03-09 00:00:00", -720), ("2024-03-08 23:45:00", nil), ("2024-03-10 02:00:00", 840),
            ("2024-03-10 02:15:00", nil), ("2024-03-09 11:58:00", 0), ("2004-03-09 12:00:00", nil),
        ])
    func infers(local: String, minutes: Int?) throws {
        let satelliteTime = try #require(Timestamp(sqlText: "2024-03-09 12:00:00.9"))
        let local = try #require(CivilTime(local))
        #expect(OffsetInference.offset(local: local, satelliteTime: satelliteTime)?.minutes == minutes)
    }
}
