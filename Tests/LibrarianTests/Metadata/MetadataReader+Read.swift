import FactoryCore

@testable import librarian

extension MetadataReader {
    /// What is known of a file that stands alone.
    func read(
        _ source: some ByteSource, format: MediaFormat, name: String = "a", modified: Timestamp, now: Timestamp
    ) throws -> MediaMetadata {
        metadata(
            of: try embedded(in: source, format: format), format: format, name: Array(name.utf8), modified: modified,
            now: now)
    }
}
