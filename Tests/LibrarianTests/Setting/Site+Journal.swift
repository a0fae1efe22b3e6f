import FactoryCore
import Glibc

@testable import librarian

extension Site {
    /// Opens a librarian's journal; a test that opens it again has to let go of the first one before.
    ///
    /// A program that another test starts holds copies of all locks for a moment, between fork and exec.
    func journal(
        _ librarian: String = "librarian", segmentLimit: Int = 1 << 20
    ) throws -> Journal {
        for _ in 0..<200 {
            if let folder = try? JournalFolder(storage: storage, librarian: librarian) {
                return try Journal(folder, segmentLimit: segmentLimit)
            }
            usleep(5000)
        }
        return try Journal(JournalFolder(storage: storage, librarian: librarian), segmentLimit: segmentLimit)
    }
}
