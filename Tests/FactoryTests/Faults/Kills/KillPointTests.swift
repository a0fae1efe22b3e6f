import TestSupport
import Testing

/// `kill -9` right before and right after each call that changes something, or on which something hangs.
struct KillPointTests {
    @Test(arguments: FaultPoint.onOneFileSystem)
    func killAtEveryStepOfFilingConverges(point: FaultPoint) async throws {
        try await withInstallation { factory in try await FaultRounds(Delivery(factory: factory)).run(point) }
    }

    @Test(
        .enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"), arguments: FaultPoint.acrossMounts)
    func killAtEveryStepOfACopyConverges(point: FaultPoint) async throws {
        try await withInstallation(storageIn: OtherFileSystem.path) { factory in
            try await FaultRounds(Delivery(factory: factory)).run(point)
        }
    }
}
