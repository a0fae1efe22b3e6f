import FactoryCore

/// What a restore test found.
struct RestoreTestFinding: Sendable, Hashable {
    /// Fetched and right.
    let right: Int
    /// Not what they were, or gone; their originals are copied again.
    let bad: [String]
    /// Could not be fetched, which says nothing about them.
    let unclear: Int
    let bytes: Int
    let at: Timestamp

    var tested: Int { right + bad.count + unclear }
    var needsLook: Bool { !bad.isEmpty || unclear > 0 }

    /// For a person.
    var sentence: String {
        guard needsLook else { return "the last restore test fetched \(right) copies, all of them right" }
        return "the last restore test fetched \(tested) copies: \(right) right, \(bad.count) bad, "
            + "\(unclear) that could not be read\(bad.first.map { "; bad is \($0)" } ?? "")"
    }

    /// One JSON object on one line.
    var json: String {
        #"{"tested":\#(tested),"right":\#(right),"bad":\#(bad.count),"unclear":\#(unclear),"bytes":\#(bytes)}"#
    }
}
