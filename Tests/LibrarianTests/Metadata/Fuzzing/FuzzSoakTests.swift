import FactoryCore
import TestSupport
import Testing

@testable import librarian

/// The same for longer and with other damages each time: `make soak`.
@Suite("Damaged files, soaked")
struct FuzzSoakTests {
    private static let minutes = TestEnvironment.value("FACTORY_SOAK_MINUTES").flatMap { Int($0) }

    @Test("are read within bounds", .enabled(if: minutes != nil, "This is for make soak."))
    func damaged() throws {
        let deadline = ContinuousClock.now + .seconds(60 * (Self.minutes ?? 0))
        let folder = try TestFolder("/tmp").folder("photo-factory-fuzz-soak")
        let first = TestEnvironment.value("FACTORY_FUZZ_SEED").flatMap { UInt64($0) }
        var failures: [FuzzRun.Failure] = []
        var seed = first ?? UInt64.random(in: 1...(1 << 48))
        while ContinuousClock.now < deadline, failures.isEmpty {
            print("Damaging files with FACTORY_FUZZ_SEED=\(seed)")
            for target in FuzzTarget.all {
                let run = FuzzRun(target: target, limit: .seconds(1), folder: folder)
                failures += try run.run(seed: seed, count: 2000)
            }
            seed &+= 1
        }
        #expect(failures.isEmpty, "\(failures)")
    }
}
