import FactoryCore
import Testing

@testable import backup

@Suite("Which target is meant")
struct TargetRulesTests {
    private let own = VaultID.random()

    private func verdict(_ found: String?, own: VaultID?, isKnown: Bool) throws -> TargetRules.Verdict {
        TargetRules.verdict(of: try BackupTarget("/mnt/disk"), found: found, own: own, isKnown: isKnown)
    }

    @Test("Its own id fits, none is new unless copies were made there; another one is refused")
    func verdicts() throws {
        #expect(try verdict(own.hex, own: own, isKnown: true) == .fit)
        #expect(try verdict(own.hex, own: own, isKnown: false) == .fit)
        #expect(try verdict(nil, own: own, isKnown: false) == .new)
        for (found, own, isKnown, words) in [
            (nil, own, true, "the mount point without its disk"),
            (VaultID.random().hex, own, false, "another installation"),
            ("", own, false, "no vault id"), (own.hex, nil, false, "has no vault id yet"),
        ] as [(String?, VaultID?, Bool, String)] {
            guard case .refused(let reason) = try verdict(found, own: own, isKnown: isKnown) else {
                Issue.record("\(words): not refused")
                continue
            }
            #expect(reason.contains(words))
        }
    }

    @Test("A target is an absolute path or a remote's")
    func targets() throws {
        let folder = try BackupTarget("/mnt//disk/x/../y/")
        #expect(
            folder.name == "/mnt/disk/y" && folder.folder == "/mnt/disk/y"
                && folder.originals == "/mnt/disk/y/Originals")
        let remote = try BackupTarget("nas 2:photos/factory/")
        #expect(remote.folder == nil && remote.originals == "nas 2:photos/factory/Originals")
        #expect(try BackupTarget("nas:").originals == "nas:Originals")
        for text in [
            "relative", ":s3:bucket", ":s3,secret_access_key=x:bucket", "nas,opt=1:x", "--config:x", "nas:a/../b",
            "na/s:x",
            "/a\nb", "",
        ] {
            #expect(throws: BackupTarget.Unfit.self, "\(text)") { try BackupTarget(text) }
        }
    }

    @Test("A bandwidth is a rate or a timetable")
    func bandwidth() {
        for text in [
            "10M", "1.5M", "512k", "off", "10M:1M", "off:1M", "08:00,512k 23:00,off", "Mon-00:00,1M Fri-23:59,10M",
        ] {
            #expect(BandwidthRules.isFit(text), "\(text)")
        }
        for text in ["", "fast", "10MB/s", "-1", "08:00", "24:00,1M", "8:00,1M", "--version", "Mo-00:00,1M"] {
            #expect(!BandwidthRules.isFit(text), "\(text)")
        }
    }

    @Test("A restore test is due once a day, from its hour on")
    func schedule() throws {
        func at(_ text: String) throws -> CivilTime { try #require(CivilTime(text)) }
        var schedule = RestoreTestSchedule(hour: 4)
        #expect(try !schedule.isDue(at("2026-05-01 03:59:59")))
        #expect(try schedule.isDue(at("2026-05-01 04:00:00")))
        schedule.note(try at("2026-05-01 04:00:00"))
        #expect(try !schedule.isDue(at("2026-05-01 23:00:00")) && !schedule.isDue(at("2026-05-02 00:30:00")))
        #expect(try schedule.isDue(at("2026-05-02 09:00:00")))
    }

    @Test("What somebody wants healed is a hash or a place")
    func requests() throws {
        let hash = String(repeating: "0a", count: 32)
        #expect(HealRequest(hash.uppercased()) == HealRequest(hash) && HealRequest(hash) != nil)
        for text in [
            "2024/2024-03-09/a b.jpg", "/x/Storage/Originals/2024/2024-03-09/a b.jpg",
            "Originals/2024/2024-03-09/a b.jpg",
        ] {
            #expect(HealRequest(text) == .path("2024/2024-03-09/a b.jpg"), "\(text)")
        }
        for text in ["", "a.jpg", "0a", "/etc/passwd", "/x/Originals/../a"] {
            #expect(HealRequest(text) == nil, "\(text)")
        }
    }
}
