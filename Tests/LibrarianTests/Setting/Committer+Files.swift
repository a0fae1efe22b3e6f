@testable import librarian

extension Committer {
    /// Files photos that stand alone.
    func file(_ files: [PreparedFile]) async throws -> BatchReport {
        try await file(files.map { PreparedGroup($0) })
    }
}
