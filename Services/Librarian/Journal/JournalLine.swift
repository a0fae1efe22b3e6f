import FactoryCore
import FoundationEssentials

/// One line of the journal: an event, when it was written, and the hash of the line before it.
struct JournalLine: Sendable, Codable, Equatable {
    /// Counted from 1 in each segment.
    let line: Int
    let at: Timestamp
    /// The SHA-256 of the line before, without its line break; for a segment's first line the segment's number.
    let previous: Fingerprint
    let event: JournalEvent

    /// What the line says to be the hash of the line before, without reading the rest of it: with sorted keys this
    /// member is the last. So a segment's chain is checked without decoding what has been applied long since.
    ///
    /// - Returns: nil for what cannot be a line of a journal.
    static func previous(in bytes: ArraySlice<UInt8>) -> Fingerprint? {
        let member = bytes.suffix(Self.lastMember.count + 64 + 2)
        guard bytes.first == UInt8(ascii: "{"), member.starts(with: Self.lastMember),
            member.suffix(2).elementsEqual("\"}".utf8)
        else { return nil }
        return Fingerprint(hex: String(decoding: member.dropFirst(Self.lastMember.count).dropLast(2), as: UTF8.self))
    }

    private static let lastMember = Array(#""previous":""#.utf8)

    /// - Returns: nil for what is no line of a journal.
    static func decoded(_ bytes: some Collection<UInt8>) -> JournalLine? {
        try? JSONDecoder().decode(JournalLine.self, from: Data(bytes))
    }
}
