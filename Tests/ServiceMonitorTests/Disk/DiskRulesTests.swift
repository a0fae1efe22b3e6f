import FactoryCore
import Testing

@testable import service_monitor

@Suite("The room on the disks")
struct DiskRulesTests {
    private static let gibibyte = 1 << 30

    private func facts(
        free: Int, of total: Int = 1000 << 30, files: Int? = nil, system: UInt = 1
    ) -> VolumeFacts {
        .known(FileSystemSpace(total: total, free: free), files: files, system: system)
    }

    private func health(_ facts: VolumeFacts?) -> ServiceHealth {
        DiskRules.health([(Volume(name: "Storage", path: "/s"), facts)])
    }

    @Test("is told with the names of those that share it")
    func fine() {
        let health = DiskRules.health([
            (Volume(name: "inbox", path: "/i"), facts(free: 100 << 30)),
            (Volume(name: "Storage", path: "/s"), facts(free: 100 << 30)),
            (Volume(name: "database", path: "/d"), facts(free: 50 << 30, of: 100 << 30, system: 2)),
        ])
        #expect(health.status == .ok)
        #expect(health.task == "inbox and Storage: 100 GiB of 1000 GiB free, database: 50 GiB of 100 GiB free")
    }

    @Test("is little below ten gibibytes, or a tenth of a small disk")
    func little() {
        #expect(health(facts(free: 10 * Self.gibibyte)).status == .ok)
        #expect(health(facts(free: 10 * Self.gibibyte - 1)).status == .warning)
        #expect(health(facts(free: 100, of: 1000)).status == .ok)
        #expect(health(facts(free: 99, of: 1000)).status == .warning)
    }

    @Test("is none below half a gibibyte, or a twentieth of a small disk")
    func none() {
        #expect(health(facts(free: Self.gibibyte / 2)).status == .warning)
        let full = health(facts(free: Self.gibibyte / 2 - 1))
        #expect(full.status == .error)
        #expect(full.task.hasPrefix("Storage (/s) is full but for 511 MiB: make room; Storage: 511 MiB of"))
        #expect(health(facts(free: 49, of: 1000)).status == .error)
        #expect(health(facts(free: 0)).status == .error)
    }

    @Test("is none where no more files fit, also while bytes do")
    func files() {
        #expect(health(facts(free: 100 << 30, files: 1000)).status == .ok)
        let full = health(facts(free: 100 << 30, files: 999))
        #expect(full.status == .error)
        #expect(full.task.hasPrefix("Storage (/s) has room for only 999 more files: make room"))
    }

    @Test("is unknown where a disk does not say, which is no complaint")
    func unknownSize() {
        #expect(health(facts(free: 0, of: 0)) == ServiceHealth(status: .ok, task: "Storage: size unknown"))
        #expect(health(facts(free: .max, of: .max)).status == .ok)
    }

    @Test("A disk that cannot be looked at is an error, and one complaint hides no other")
    func unreachable() {
        let health = DiskRules.health([
            (Volume(name: "inbox", path: "/i"), nil), (Volume(name: "Storage", path: "/s"), .unknown("Gone")),
            (Volume(name: "database", path: "/d"), facts(free: 5 << 30)),
        ])
        #expect(health.status == .error)
        #expect(
            health.task == """
                inbox (/i) does not answer: is its disk or network share there?; Storage (/s) cannot be looked at: Gone; \
                database (/d) has only 5.0 GiB left; database: 5.0 GiB of 1000 GiB free
                """)
    }
}
