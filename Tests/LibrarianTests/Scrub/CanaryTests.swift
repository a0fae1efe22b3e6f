import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The canary")
struct CanaryTests {
    private static let path = ".canary/canary.txt"

    private func problem(_ site: Site) async throws -> String? {
        try await Canary(storage: site.storage).problem(ScrubReader(throttle: nil, stop: StopSignal()))
    }

    @Test("is made where it is missing, and found damaged each time")
    func found() async throws {
        try await withSite { site in
            for _ in 0..<2 { #expect(try await problem(site) == nil) }
            #expect(site.storageFiles.holds(Self.path))
            try site.storageFiles.remove(Self.path)
            #expect(try await problem(site) == nil)
            #expect(site.storageFiles.holds(Self.path))
        }
    }

    @Test("that is found whole tells that the check is broken")
    func whole() async throws {
        try await withSite { site in
            #expect(try await problem(site) == nil)
            let damaged = try site.storageFiles.read(Self.path)
            try site.storageFiles.setPermissions(Self.path, to: 0o644)
            try site.storageFiles.write([UInt8(ascii: "T")] + damaged.dropFirst(), to: Self.path)
            #expect(try await problem(site)?.contains("was found whole") == true)
            try site.storageFiles.write(damaged, to: Self.path)
            #expect(try await problem(site) == nil)
        }
    }

    @Test("that cannot be made or read tells so as well")
    func unreadable() async throws {
        try await withSite { site in
            try site.storageFiles.write([], to: ".canary")
            #expect(try await problem(site)?.contains("cannot be looked at") == true)
            try site.storageFiles.remove(".canary")
            try site.storageFiles.folder("\(Self.path)")
            #expect(try await problem(site) != nil)
        }
    }

    @Test("turns the light red when it is mended, or not looked for in two days")
    func health() {
        let clock = SetClock()
        let board = ScrubBoard(clock: clock)
        func health() -> ServiceHealth {
            LibrarianHealth(interval: .seconds(60)).health(
                ProgressBoard.State(lastMove: clock.now), scrub: board.current, waiting: WaitingFiles(), now: clock.now)
        }
        #expect(health().status == .ok)
        #expect(board.note(canary: "it was found whole", now: clock.now))
        #expect(!board.note(canary: "it was found whole", now: clock.now), "told twice")
        #expect(health().status == .error && health().task.contains("it was found whole"))
        #expect(board.note(canary: nil, now: clock.now))
        #expect(health().status == .ok)
        clock.advance(by: .seconds(2 * 86_400))
        #expect(health().status == .ok)
        clock.advance(by: .seconds(1))
        #expect(health().status == .error && health().task.contains("was not looked for since"))
        _ = board.note(canary: nil, now: clock.now)
        board.change { $0.findings = 2 }
        #expect(health().status == .warning && health().task.contains("not as they should be: 2"))
    }
}
