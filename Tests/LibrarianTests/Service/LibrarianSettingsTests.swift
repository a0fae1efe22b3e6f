import FactoryCore
import Testing

@testable import librarian

@Suite("The librarian's settings")
struct LibrarianSettingsTests {
    private func settings(_ environment: [String: String]) throws -> LibrarianSettings {
        try LibrarianSettings(Settings(flags: [:], environment: environment))
    }

    @Test("have defaults")
    func defaults() throws {
        let settings = try settings([:])
        #expect(settings.id == "librarian" && settings.heartbeatName == "librarian")
        #expect(settings.quiet == .seconds(10) && settings.incomplete == .seconds(3600))
        #expect(settings.rescan == .seconds(300) && settings.heartbeat == .seconds(60))
        #expect((1...8).contains(settings.workers) && settings.placeZones == .on)
        #expect(settings.freeMegabytes == nil && !settings.inboxIsNamed)
    }

    @Test("are what they are set to")
    func values() throws {
        let settings = try settings([
            "LIBRARIAN_ID": "nas2", "LIBRARIAN_QUIET_SECONDS": "3", "LIBRARIAN_INCOMPLETE_SECONDS": "4",
            "LIBRARIAN_RESCAN_SECONDS": "5", "LIBRARIAN_WORKERS": "6", "HEARTBEAT_SECONDS": "7",
            "LIBRARIAN_FREE_MEGABYTES": "0", "PHOTOS_INBOX": "in",
            "LIBRARIAN_ZONES": "off",
        ])
        #expect(settings.placeZones == .off)
        #expect(settings.freeMegabytes == 0 && !settings.inboxIsNamed)
        #expect(settings.id == "nas2" && settings.heartbeatName == "librarian@nas2")
        #expect(settings.quiet == .seconds(3) && settings.incomplete == .seconds(4))
        #expect(settings.rescan == .seconds(5) && settings.workers == 6 && settings.heartbeat == .seconds(7))
    }

    @Test("wait for no file's end when no quiet is asked for")
    func impatient() throws {
        let settings = try settings(["LIBRARIAN_QUIET_SECONDS": "0", "LIBRARIAN_INCOMPLETE_SECONDS": "99"])
        #expect(settings.quiet == .zero && settings.incomplete == .zero)
    }

    @Test("say of an inbox whether it was named by a flag")
    func named() throws {
        let settings = Settings(flags: ["PHOTOS_INBOX": "in"], environment: ["PHOTOS_INBOX": "other"])
        #expect(try LibrarianSettings(settings).inboxIsNamed)
        #expect(try !LibrarianSettings(Settings(flags: ["PHOTOS_INBOX": ""], environment: [:])).inboxIsNamed)
    }

    @Test("name the fallback for rare formats, or switch it off")
    func exifTool() throws {
        #expect(try settings([:]).exifTool == "exiftool")
        #expect(try settings(["LIBRARIAN_EXIFTOOL": "off"]).exifTool == nil)
        #expect(try settings(["LIBRARIAN_EXIFTOOL": "not-installed"]).exifTool == "not-installed")
        #expect(try settings(["LIBRARIAN_EXIFTOOL": "/bin/sh"]).exifTool == "/bin/sh")
    }

    @Test(
        "that cannot be used are refused by name",
        arguments: [
            ("LIBRARIAN_ID", "a/b"), ("LIBRARIAN_QUIET_SECONDS", "-1"), ("LIBRARIAN_QUIET_SECONDS", "soon"),
            ("LIBRARIAN_INCOMPLETE_SECONDS", "1.5"), ("LIBRARIAN_RESCAN_SECONDS", "0"), ("LIBRARIAN_WORKERS", "65"),
            ("LIBRARIAN_WORKERS", "0"), ("LIBRARIAN_FREE_MEGABYTES", "-1"), ("LIBRARIAN_FREE_MEGABYTES", "1G"),
            ("LIBRARIAN_ZONES", "yes"),
            ("LIBRARIAN_EXIFTOOL", "/no/such/exiftool"), ("LIBRARIAN_EXIFTOOL", "/tmp"),
        ])
    func refused(key: String, value: String) {
        let error = #expect(throws: SettingsError.self) { try settings([key: value]) }
        #expect(error?.key == key)
    }
}
