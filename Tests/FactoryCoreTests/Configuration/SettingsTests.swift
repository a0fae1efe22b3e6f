import FactoryCore
import Testing

@Suite("Settings")
struct SettingsTests {
    @Test("come from the flag before the environment")
    func flagWins() {
        let settings = Settings(flags: ["STORAGE": "/flag"], environment: ["STORAGE": "/variable", "PGHOST": "db"])
        #expect(settings.string("STORAGE") == "/flag")
        #expect(settings.string("PGHOST") == "db")
        #expect(settings.string("PGUSER") == nil)
    }

    @Test("that are empty count as absent")
    func emptyIsAbsent() throws {
        let settings = Settings(flags: [:], environment: ["PGPORT": "", "LOG_FORMAT": "", "PGPASSWORD": ""])
        #expect(settings.string("PGPORT") == nil)
        #expect(try settings.integer("PGPORT", in: 1...65535) == nil)
        #expect(try settings.choice("LOG_FORMAT", default: LogFormat.json) == .json)
        #expect(try settings.secret("PGPASSWORD") == nil)
    }

    @Test("given by an empty flag are those of the environment")
    func emptyFlag() {
        let settings = Settings(flags: ["STORAGE": ""], environment: ["STORAGE": "/variable"])
        #expect(settings.string("STORAGE") == "/variable")
    }

    @Test("keep every character of a value")
    func wholeValue() {
        let value = " a=b;\"ü\"\n, c "
        #expect(Settings(flags: [:], environment: ["PGUSER": value]).string("PGUSER") == value)
        #expect(Settings(flags: ["PGUSER": value], environment: [:]).string("PGUSER") == value)
    }

    @Test("that are numbers lie within their range")
    func numbers() throws {
        for (text, number) in [("1", 1), ("65535", 65535), ("05432", 5432)] {
            #expect(try Settings(flags: [:], environment: ["PGPORT": text]).integer("PGPORT", in: 1...65535) == number)
        }
    }

    @Test(
        "that are no numbers, or out of range, are refused by name",
        arguments: ["0", "65536", "-1", "54 32", "5432 ", "1e3", "0x10", "many", "99999999999999999999"])
    func badNumbers(text: String) {
        let error = #expect(throws: SettingsError.self) {
            try Settings(flags: [:], environment: ["PGPORT": text]).integer("PGPORT", in: 1...65535)
        }
        #expect(error?.key == "PGPORT")
        #expect(error?.description == "PGPORT is '\(text)', but must be a whole number from 1 to 65535")
    }

    @Test("that are words are one of those known")
    func words() throws {
        let settings = Settings(flags: [:], environment: ["LOG_FORMAT": "json", "OTHER": "Json"])
        #expect(try settings.choice("LOG_FORMAT", default: LogFormat.text) == .json)
        let error = #expect(throws: SettingsError.self) { try settings.choice("OTHER", default: LogFormat.text) }
        #expect(error?.description == "OTHER is 'Json', but must be one of: text, json")
    }

    @Test("come from this process's environment unless told otherwise")
    func ownEnvironment() throws {
        let path = try #require(ProcessEnvironment.current["PATH"])
        #expect(path.contains("/bin"))
        #expect(Settings(flags: [:]).string("PATH") == path)
    }
}
