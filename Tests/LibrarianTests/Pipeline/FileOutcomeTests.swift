import Testing

@testable import librarian

@Suite("A file's outcome")
struct FileOutcomeTests {
    @Test(
        "says whether the file stays in the inbox, and why it was not placed",
        arguments: [
            (.filed(1), false, nil), (.healed(1), false, nil), (.duplicate, false, "its content is stored already"),
            (.vanished, false, "it vanished from the inbox"), (.quarantined("odd"), false, "odd"),
            (.ignored("text"), true, "text"), (.pending("busy"), true, "busy"), (.incomplete("cut"), true, "cut"),
            (.trouble("no"), true, "no"),
        ] as [(FileOutcome, Bool, String?)])
    func meaning(outcome: FileOutcome, stays: Bool, reason: String?) {
        #expect(outcome.stays == stays && outcome.reason == reason)
    }
}
