import ArgumentParser
import FactoryCore
import Testing

@Suite("The flags of every service")
struct FactoryOptionsTests {
    @Test("stand for the settings that their help names")
    func everyFlag() throws {
        let pairs = [
            ("--root", "FACTORY_ROOT"), ("--inbox", "PHOTOS_INBOX"), ("--storage", "STORAGE"), ("--pghost", "PGHOST"),
            ("--pgport", "PGPORT"), ("--pguser", "PGUSER"), ("--pgdatabase", "PGDATABASE"),
            ("--heartbeat-seconds", "HEARTBEAT_SECONDS"), ("--log-level", "LOG_LEVEL"), ("--log-format", "LOG_FORMAT"),
        ]
        let options = try FactoryOptions.parse(pairs.flatMap { [$0.0, "value of \($0.1)"] })
        #expect(options.flags == Dictionary(uniqueKeysWithValues: pairs.map { ($0.1, "value of \($0.1)") }))
        let help = FactoryOptions.helpMessage()
        for (flag, key) in pairs {
            #expect(help.contains("\(flag) <") && help.contains("(\(key))"), "\(flag)")
        }
    }

    @Test("say nothing unless they are given")
    func none() throws {
        #expect(try FactoryOptions.parse([]).flags == [:])
    }

    @Test("take no password, which everybody on the machine could read")
    func password() {
        #expect(throws: (any Error).self) { try FactoryOptions.parse(["--pgpassword", "secret"]) }
    }
}
