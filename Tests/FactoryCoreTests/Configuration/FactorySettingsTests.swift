import Logging
import Testing

@testable import FactoryCore

@Suite("The settings of every service")
struct FactorySettingsTests {
    @Test("have defaults below the working directory")
    func defaults() throws {
        let settings = try FactorySettings(Settings(flags: [:], environment: [:]))
        #expect(settings.root == AbsolutePath.workingDirectory)
        #expect(settings.inbox == "\(settings.root)/Photos_Inbox")
        #expect(settings.storage == "\(settings.root)/Storage")
        #expect(settings.database.database == "photo_factory")
        #expect(settings.database.host == nil)
        #expect(settings.database.port == nil)
        #expect(settings.database.password == nil)
        #expect(settings.logLevel == .info)
        #expect(settings.logFormat == .text)
        #expect(settings.heartbeat == nil)
        #expect(settings.health == nil)
    }

    @Test("take relative folders from the root, and absolute ones as they are")
    func paths() throws {
        let settings = try FactorySettings(
            Settings(
                flags: [:], environment: ["FACTORY_ROOT": "/app/", "PHOTOS_INBOX": "in/./here", "STORAGE": "/mnt/s"]))
        #expect(settings.root == "/app")
        #expect(settings.inbox == "/app/in/here")
        #expect(settings.storage == "/mnt/s")
    }

    @Test("take a relative root from the working directory")
    func relativeRoot() throws {
        let settings = try FactorySettings(Settings(flags: ["FACTORY_ROOT": "factory"], environment: [:]))
        #expect(settings.storage == "\(AbsolutePath.make("factory", in: AbsolutePath.workingDirectory))/Storage")
    }

    @Test("reach every field")
    func all() throws {
        let settings = try FactorySettings(
            Settings(
                flags: [:],
                environment: [
                    "PGHOST": "db", "PGPORT": "6543", "PGUSER": "librarian", "PGPASSWORD": "p", "PGDATABASE": "d",
                    "LOG_LEVEL": "debug", "LOG_FORMAT": "json", "HEARTBEAT_SECONDS": "7", "TZ": "Europe/Berlin",
                    "HEALTH_FOLDER": "/run/factory",
                ]))
        #expect(settings.database.host == "db")
        #expect(settings.database.port == 6543)
        #expect(settings.database.user == "librarian")
        #expect(settings.database.password == "p")
        #expect(settings.database.database == "d")
        #expect(settings.logLevel == .debug)
        #expect(settings.logFormat == .json)
        #expect(settings.heartbeat == .seconds(7))
        #expect(settings.health == HealthFolder(path: "/run/factory"))
    }

    @Test(
        "that cannot be used are named",
        arguments: [
            ("PGPORT", "0"), ("PGPORT", "65536"), ("LOG_LEVEL", "loud"), ("LOG_FORMAT", "xml"),
            ("HEARTBEAT_SECONDS", "0"), ("HEARTBEAT_SECONDS", "86401"), ("TZ", "Europe/Atlantis"),
            ("PGPASSWORD_FILE", "/no/such/file"),
        ])
    func refused(key: String, value: String) {
        let error = #expect(throws: SettingsError.self) {
            try FactorySettings(Settings(flags: [:], environment: [key: value]))
        }
        #expect(error?.key == key)
        #expect(error?.description.contains(value) == true)
    }
}
