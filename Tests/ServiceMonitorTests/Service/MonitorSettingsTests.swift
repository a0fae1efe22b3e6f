import FactoryCore
import TestSupport
import Testing

@testable import service_monitor

@Suite("The settings of the monitor")
struct MonitorSettingsTests {
    @Test("Without any, the disks and the database are watched")
    func none() throws {
        let settings = try Self.read(["FACTORY_ROOT": "/f"])
        #expect(settings.syncthing == nil)
        #expect(
            settings.volumes == [
                Volume(name: "inbox", path: "/f/Photos_Inbox"), Volume(name: "Storage", path: "/f/Storage"),
            ])
        #expect(settings.heartbeat == .seconds(300))
    }

    @Test("reach every field")
    func fields() throws {
        let settings = try Self.read([
            "FACTORY_ROOT": "/f", "PHOTOS_INBOX": "/in", "STORAGE": "/s", "MONITOR_INBOXES": "/x:y",
            "HEARTBEAT_SECONDS": "9",
            "DATABASE_FOLDER": "data", "SYNCTHING_URL": "https://nas:8384//", "SYNCTHING_API_KEY": "key",
            "SYNCTHING_CERTIFICATE": "/c.pem", "SYNCTHING_INBOX": "/var/sync",
        ])
        #expect(settings.heartbeat == .seconds(9))
        #expect(settings.volumes.map(\.path) == ["/in", "/x", "/f/y", "/s", "/f/data"])
        let syncthing = try #require(settings.syncthing)
        #expect(syncthing.url == "https://nas:8384")
        #expect(syncthing.key == .text("key"))
        #expect(syncthing.certificateFile == "/c.pem")
        #expect(
            syncthing.inboxes == [
                SyncthingInbox(path: "/in", pathForSyncthing: "/var/sync"),
                SyncthingInbox(path: "/x", pathForSyncthing: "/x"),
                SyncthingInbox(path: "/f/y", pathForSyncthing: "/f/y"),
            ])
    }

    @Test("The key may be in a file, which need not be there yet, or be none")
    func keys() throws {
        let url = ["SYNCTHING_URL": "http://nas:8384"]
        let file = try Self.read(url.merging(["SYNCTHING_API_KEY_FILE": "/not/there"]) { $1 })
        #expect(file.syncthing?.key == .file("/not/there"))
        #expect(try Self.read(url).syncthing?.key == SyncthingKey.none)
    }

    @Test(
        "What cannot be used is told by its key, and no secret with it",
        arguments: [
            ("SYNCTHING_URL", "nas:8384/secret"), ("SYNCTHING_URL", "ftp://nas/secret"), ("SYNCTHING_URL", "http://"),
            ("HEARTBEAT_SECONDS", "0"), ("HEARTBEAT_SECONDS", "86401"), ("PGPORT", "0"), ("LOG_LEVEL", "loud"),
        ])
    func bad(key: String, value: String) {
        let error = #expect(throws: SettingsError.self) { try Self.read([key: value]) }
        #expect(error?.key == key)
        #expect(error?.description.contains("secret") == false)
    }

    private static func read(_ environment: [String: String]) throws -> MonitorSettings {
        try MonitorSettings(Settings(flags: [:], environment: environment))
    }
}
