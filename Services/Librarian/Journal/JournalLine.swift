import FactoryCore
import FoundationEssentials

/// One line of the journal: an event, when it was written, and the hash of the line before it.
struct JournalLine: Sendable, Codable, Equatable {
    /// Counted from 1 in each segment.
    let line: Int
    let at: Timestamp
    /// The SHA-256 of the line before, without its line break; of the segment before, for a segment's first line.
    let previous: Fingerprint
    let event: JournalEvent

    /// The line as it is written, without a line break.
    func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }

    /// - Returns: nil for what is no line of a journal.
    static func decoded(_ bytes: some Collection<UInt8>) -> JournalLine? {
        try? JSONDecoder().decode(JournalLine.self, from: Data(bytes))
    }
}
