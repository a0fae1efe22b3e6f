import TestSupport

/// The faults that happen to one program, and the record of those that did.
///
/// They are injected from outside, by a library that the program loads before the C library; see `Tests/FaultShim`.
struct FaultPlan {
    let faults: [Fault]
    private let folder: TestFolder
    private static let recordName = "fault-hits"

    /// - Parameter folder: keeps the record; one plan at a time.
    init(_ faults: [Fault], in folder: TestFolder) {
        self.faults = faults
        self.folder = folder
        if folder.holds(Self.recordName) { try? folder.remove(Self.recordName) }
    }

    /// What the program's environment needs.
    func environment() throws -> [String: String] {
        [
            "LD_PRELOAD": try TestProgram.built("libFaultShim.so").file(),
            "FAULTS": faults.map(\.description).joined(separator: ";"),
            "FAULTS_HITS": folder.path(of: Self.recordName),
        ]
    }

    /// The calls that a fault has met so far, each with the path that it was about, for example
    /// `unlinkat /srv/inbox/photo.jpg`.
    func hits() throws -> [String] {
        guard folder.holds(Self.recordName) else { return [] }
        return String(decoding: try folder.read(Self.recordName), as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
