import FactoryCore
import Glibc

/// Where paths really lead, as far as they lead anywhere here. Their disks may hang, and are waited for only so long.
struct RealPaths: Sendable {
    /// A sleeping disk takes some seconds to wake.
    private static let patience: Duration = .seconds(20)

    let paths: Set<String>
    private let call: PatientCall<[String: String]>

    init(_ paths: Set<String>) {
        self.paths = paths
        call = PatientCall(label: "disk links", limit: Self.patience) {
            Dictionary(uniqueKeysWithValues: paths.compactMap { path in Self.resolved(path).map { (path, $0) } })
        }
    }

    /// Where those lead that lead anywhere; nil when a disk does not answer in time.
    func links() async -> [String: String]? {
        await call.answer()
    }

    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
