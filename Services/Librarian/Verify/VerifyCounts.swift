/// How many files got which verdict.
struct VerifyCounts: Sendable, Hashable, Codable {
    private(set) var ok = 0
    private(set) var missing = 0
    private(set) var damaged = 0
    private(set) var unrecorded = 0
    private(set) var lost = 0
    /// Places at which a journal was changed or cut.
    var journalDamages = 0

    /// Everything that was held against the ledger, or the ledger against it.
    var checked: Int { ok + missing + damaged + unrecorded }

    /// Whether somebody has to look.
    var needsLook: Bool { missing + damaged + unrecorded + lost + journalDamages > 0 }

    mutating func add(_ verdict: Verdict) {
        switch verdict {
        case .ok: ok += 1
        case .missing: missing += 1
        case .damaged: damaged += 1
        case .unrecorded: unrecorded += 1
        case .lost: lost += 1
        }
    }

    /// One JSON object on one line.
    var json: String {
        let counts = [
            ("checked", checked), ("ok", ok), ("missing", missing), ("damaged", damaged), ("unrecorded", unrecorded),
            ("lost", lost), ("journal_damages", journalDamages),
        ]
        return "{\(counts.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ","))}"
    }

    /// The same for a person.
    var sentence: String {
        """
        \(checked) checked: \(ok) ok, \(missing) missing, \(damaged) damaged, \(unrecorded) unrecorded; \
        \(lost) lost, \(journalDamages) damages of journals
        """
    }
}
