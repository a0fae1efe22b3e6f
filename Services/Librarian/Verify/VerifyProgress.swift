import FactoryCore
import FoundationEssentials

/// How far verifying has got, so that it can be gone on with.
struct VerifyProgress: Sendable, Codable, Equatable {
    /// In the order in which they come.
    enum Phase: String, Sendable, Codable {
        case rows, sidecars, files, journals
    }

    /// More findings than anybody reads are only counted.
    static let findingLimit = 1000

    let started: Timestamp
    private(set) var phase = Phase.rows
    /// The last row that was checked.
    private(set) var lastRow: String?
    /// The place of the last sidecar that was checked.
    private(set) var lastSidecar: String?
    /// The last folder that was gone through, in hexadecimal digits.
    private(set) var lastFolder: [String]?
    private(set) var counts = VerifyCounts()
    /// The first ones, in words.
    private(set) var findings: [String] = []

    init(started: Timestamp) {
        self.started = started
    }

    /// The last folder that was gone through; nil when none was.
    var folder: [[UInt8]]? { lastFolder?.compactMap { HexText.bytes($0) } }

    mutating func count(_ verdict: Verdict) {
        counts.add(verdict)
    }

    mutating func countJournalDamage() {
        counts.journalDamages += 1
    }

    mutating func note(_ finding: String) {
        if findings.count < Self.findingLimit { findings.append(finding) }
    }

    mutating func pass(row id: String) {
        lastRow = id
    }

    mutating func pass(sidecar place: String) {
        lastSidecar = place
    }

    mutating func pass(folder: [[UInt8]]) {
        lastFolder = folder.map { HexText.of($0) }
    }

    mutating func begin(_ next: Phase) {
        phase = next
    }

    func encoded() throws -> [UInt8] {
        Array(try JSONEncoder().encode(self))
    }

    /// - Returns: nil for what no `encoded` wrote.
    static func decoded(_ bytes: [UInt8]) -> VerifyProgress? {
        try? JSONDecoder().decode(VerifyProgress.self, from: Data(bytes))
    }
}
