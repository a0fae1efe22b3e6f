import FactoryCore
import FoundationEssentials
import Testing

@Suite("The system's clock")
struct WallClockTests {
    @Test("tells the time in UTC")
    func now() {
        let seconds = SystemClock().now.microseconds / 1_000_000
        #expect(abs(Double(seconds) - Date.now.timeIntervalSince1970) < 5)
    }
}
