import FactoryCore
import Glibc

/// Notices inboxes into which Syncthing writes although nobody told us where Syncthing is, and takes back what was found
/// when somebody had: nobody looks any more.
struct UnwatchedSyncthing: Sendable {
    /// As for any other look at a disk.
    private static let patience: Duration = .seconds(20)

    private let inboxes: [String]
    private let database: Database
    private let call: PatientCall<String?>

    /// Nil where Syncthing is watched.
    init?(_ settings: MonitorSettings) {
        guard settings.syncthing == nil else { return nil }
        let inboxes = settings.inboxes.map(\.path)
        self.inboxes = inboxes
        database = Database(settings.factory.database, applicationName: "service-monitor verdicts")
        call = PatientCall(label: "disk marker", limit: Self.patience) {
            inboxes.first { access("\($0)/.stfolder", F_OK) == 0 }
        }
    }

    /// What to do, in one sentence; nil where there is nothing to do.
    func warning() async -> String? {
        // While the database is away the verdicts stand, as always.
        _ = try? await SyncthingVerdicts(database).write(inboxes.map { SyncthingVerdictsTable.withdraw(inbox: $0) })
        guard case let inbox?? = await call.answer() else { return nil }
        return """
            \(inbox) is synced by Syncthing, which is not watched: set SYNCTHING_URL and SYNCTHING_API_KEY, or nothing is \
            filed from there
            """
    }
}
