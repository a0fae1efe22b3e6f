import FactoryCore
import Glibc

/// Notices an inbox into which Syncthing writes although nobody told us where Syncthing is.
struct UnwatchedSyncthing: Sendable {
    /// As for any other look at a disk.
    private static let patience: Duration = .seconds(20)

    private let inbox: String
    private let call: PatientCall<Bool>?

    init(_ settings: MonitorSettings) {
        let inbox = settings.factory.inbox
        self.inbox = inbox
        call =
            settings.syncthing == nil
            ? PatientCall(label: "disk marker", limit: Self.patience) { access("\(inbox)/.stfolder", F_OK) == 0 } : nil
    }

    /// What to do, in one sentence; nil where there is nothing to do.
    func warning() async -> String? {
        guard await call?.answer() == true else { return nil }
        return """
            \(inbox) is synced by Syncthing, which is not watched: set SYNCTHING_URL and SYNCTHING_API_KEY, or nothing is \
            filed from there
            """
    }
}
