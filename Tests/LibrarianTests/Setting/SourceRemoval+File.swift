import FactoryCore

@testable import librarian

extension SourceRemoval {
    /// Removes a file of the inbox and clears away what that needed.
    func remove(_ file: PreparedFile) throws -> Result {
        defer { finish() }
        return try remove(file.path.name, in: file.folder, stamp: file.stamp)
    }
}
