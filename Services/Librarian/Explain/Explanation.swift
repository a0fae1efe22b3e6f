import FactoryCore

/// The answer to a question.
struct Explanation: Sendable {
    /// As it was asked.
    let asked: String
    var contents: [ContentHistory] = []
    /// Files that were met by this path and not read to their end.
    var unread: [IntakeRecord] = []
    /// Why the database could not be asked; nil when it was.
    var outage: String?

    var isKnown: Bool { !contents.isEmpty || !unread.isEmpty }

    /// Whether somebody has to look: of a content that was filed no whole file is left.
    var needsLook: Bool { !isKnown || contents.contains { !$0.isStored } }
}
