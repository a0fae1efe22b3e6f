/// A part of the document that is missing, and why.
struct Degradation: Sendable, Equatable {
    /// The member's name in the document.
    let part: String
    /// One sentence, without a full stop.
    let reason: String

    var json: JSONValue { ["part": .text(part), "reason": .text(reason)] }
}
