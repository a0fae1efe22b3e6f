import FactoryCore
import Logging
import ServiceLifecycle
import Synchronization

/// Makes the day's restore test beside the service's work.
final class RestoreTestService: Service, CustomStringConvertible {
    private static let pause: Duration = .seconds(60)

    private let shop: BackupWorkshop
    private let stop: StopSignal
    private let zone: LibraryZone
    private let last = Mutex<RestoreTestFinding?>(nil)

    /// - Parameter stop: the workshop's own.
    init(_ shop: BackupWorkshop, stop: StopSignal, zone: LibraryZone = .process) {
        (self.shop, self.stop, self.zone) = (shop, stop, zone)
    }

    var description: String { "restore test" }

    /// What the last one found; nil before the first.
    var finding: RestoreTestFinding? { last.withLock { $0 } }

    func run() async {
        await withGracefulShutdownHandler {
            await loop()
        } onGracefulShutdown: { [stop] in
            stop.set()
        }
    }

    private func loop() async {
        var schedule = RestoreTestSchedule(hour: shop.settings.testHour)
        while !stop.isSet, !Task.isCancelled {
            let local = zone.clock(at: shop.clock.now).local
            // One that could not be made is made later.
            if shop.settings.testSample > 0, schedule.isDue(local), await isMade() { schedule.note(local) }
            await stop.sleep(for: Self.pause)
        }
    }

    private func isMade() async -> Bool {
        do {
            let finding = try await RestoreTest(shop: shop).run(sample: shop.settings.testSample)
            // Where nothing was copied yet there is nothing to say.
            guard finding.tested > 0 else { return true }
            last.withLock { $0 = finding }
            shop.logger.log(level: finding.needsLook ? .error : .info, "\(finding.sentence)")
            return true
        } catch {
            shop.logger.debug("the restore test waits: \(error)")
            return false
        }
    }
}
