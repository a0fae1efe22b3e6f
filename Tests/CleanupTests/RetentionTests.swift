import FactoryCore
import Testing

@testable import cleanup

@Suite("The retention")
struct RetentionTests {
    @Test("the cutoff is so many days ago, in whole seconds")
    func cutoff() {
        let now = Timestamp(microseconds: 1_795_219_200_999_999)
        #expect(Retention(days: 60).cutoff(now: now) == Timestamp(seconds: 1_795_219_200 - 60 * 86_400))
    }

    @Test("sixty days unless somebody wants another number")
    func settings() throws {
        #expect(try Self.settings([:]).retention.days == 60)
        #expect(try Self.settings(["HISTORY_RETENTION_DAYS": "1"]).retention.days == 1)
        #expect(try Self.settings(["HISTORY_RETENTION_DAYS": "36500"]).retention.days == 36_500)
    }

    @Test("a number that cannot be meant is refused", arguments: ["0", "-1", "36501", "1.5", "many", "60 days"])
    func badNumber(days: String) {
        #expect(throws: SettingsError.self) { try Self.settings(["HISTORY_RETENTION_DAYS": days]) }
    }

    @Test("the planner is told from a tenth on")
    func statistics() {
        #expect(!StatisticsRules.areOutdated(deleted: 0, kept: 0))
        #expect(!StatisticsRules.areOutdated(deleted: 9, kept: 91))
        #expect(StatisticsRules.areOutdated(deleted: 10, kept: 90))
        #expect(StatisticsRules.areOutdated(deleted: 5, kept: 0))
    }

    private static func settings(_ environment: [String: String]) throws(SettingsError) -> CleanupSettings {
        try CleanupSettings(Settings(flags: [:], environment: environment))
    }
}
