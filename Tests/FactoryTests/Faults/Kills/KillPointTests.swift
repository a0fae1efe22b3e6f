import TestSupport
import Testing

/// `kill -9` right before and right after each call that changes something, or on which something hangs.
struct KillPointTests {
    @Test(arguments: KillPoint.onOneFileSystem)
    func killAtEveryStepOfFilingConverges(point: KillPoint) async throws {
        try await withInstallation { factory in try await KillRounds(Delivery(factory: factory)).run(point) }
    }

    @Test(
        .enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"), arguments: KillPoint.acrossMounts)
    func killAtEveryStepOfACopyConverges(point: KillPoint) async throws {
        try await withInstallation(storageIn: OtherFileSystem.path) { factory in
            try await KillRounds(Delivery(factory: factory)).run(point)
        }
    }
}
