import FactoryCore
import Glibc

/// Asks how much room there is where a folder is. A network mount may not answer: then nobody waits.
struct VolumeSpace: Sendable {
    let path: String
    private let call: PatientCall<FileSystemSpace?>

    /// - Parameter limit: how long the answer may take.
    init(path: String, limit: Duration) {
        self.path = path
        call = PatientCall(label: "room of \(path)", limit: limit) {
            var facts = statvfs()
            return statvfs(path, &facts) == 0 ? FileSystemSpace(facts) : nil
        }
    }

    /// Nil when the folder is not there, or does not answer.
    func look() async -> FileSystemSpace? {
        await call.answer() ?? nil
    }
}
