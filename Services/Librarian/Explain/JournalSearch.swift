import FactoryCore
import Glibc

/// Finds lines of a journal by what their bytes contain, so that the many lines which are of no interest are not decoded.
struct JournalSearch {
    private struct Key: Hashable {
        let segment: Int
        let line: Int
    }

    private static let fingerprintMember = Array(#""fingerprint":""#.utf8)
    private static let outcomeMember = Array(#""outcome":{"#.utf8)

    let librarian: String
    private let contents: Set<Fingerprint>
    /// What was found, in the order of the journal.
    private(set) var entries: [HistoryEntry] = []
    /// Where in `entries` those are whose outcome has not come yet.
    private var open: [Key: Int] = [:]

    init(_ contents: Set<Fingerprint>, librarian: String) {
        self.contents = contents
        self.librarian = librarian
    }

    /// Looks through the next segment for intents that concern the contents, and for their outcomes.
    mutating func search(_ bytes: [UInt8], segment: Int) {
        RawLines.forEach(in: bytes) { line in
            if let fingerprint = Self.fingerprint(in: line) {
                if contents.contains(fingerprint) { take(line, segment: segment) }
            } else if !open.isEmpty, RawLines.range(of: Self.outcomeMember, in: line) != nil {
                settle(line)
            }
        }
    }

    /// The contents of intents that concern a path.
    static func contents(in bytes: [UInt8], matching match: PathMatch) throws -> Set<Fingerprint> {
        var contents: Set<Fingerprint> = []
        // A name cannot hold a slash, so that what stands in the line is the name as the encoder writes it.
        let name = try RawLines.encoded(FileName.last(ofPath: match.text))
        RawLines.forEach(in: bytes) { line in
            guard RawLines.range(of: name, in: line) != nil, let fingerprint = fingerprint(in: line),
                let decoded = JournalLine.decoded(line), match.holds(decoded.event)
            else { return }
            contents.insert(fingerprint)
        }
        return contents
    }

    /// The contents of intents whose hash begins with these digits.
    static func contents(in bytes: [UInt8], beginningWith digits: String) -> Set<Fingerprint> {
        var contents: Set<Fingerprint> = []
        let member = fingerprintMember + Array(digits.utf8)
        RawLines.forEach(in: bytes) { line in
            guard RawLines.range(of: member, in: line) != nil, let fingerprint = fingerprint(in: line) else { return }
            contents.insert(fingerprint)
        }
        return contents
    }

    private mutating func take(_ bytes: UnsafeRawBufferPointer, segment: Int) {
        guard let line = JournalLine.decoded(bytes) else { return }
        open[Key(segment: segment, line: line.line)] = entries.count
        entries.append(HistoryEntry(librarian: librarian, at: line.at, event: line.event))
    }

    private mutating func settle(_ bytes: UnsafeRawBufferPointer) {
        guard let line = JournalLine.decoded(bytes),
            case .outcome(let segment, let number, let outcome, let note) = line.event,
            let index = open.removeValue(forKey: Key(segment: segment, line: number))
        else { return }
        entries[index].ending = HistoryEntry.Ending(at: line.at, outcome: outcome, note: note)
    }

    private static func fingerprint(in line: UnsafeRawBufferPointer) -> Fingerprint? {
        guard let end = RawLines.range(of: fingerprintMember, in: line)?.upperBound, line.count >= end + 64 else {
            return nil
        }
        return Fingerprint(hex: String(decoding: line[end..<(end + 64)], as: UTF8.self))
    }
}
