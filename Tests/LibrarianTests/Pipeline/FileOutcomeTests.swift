import Testing

@testable import librarian

@Suite("A file's outcome")
struct FileOutcomeTests {
    @Test(
        "says whether the file stays in the inbox, stands in Originals, and if not why",
        arguments: [
            (.filed(1), false, true, nil), (.healed(1), false, true, nil),
            (.duplicate, false, false, "its content is stored already"),
            (.vanished, false, false, "it vanished from the inbox"), (.ignored("text"), true, false, "text"),
            (.pending("busy"), true, false, "busy"), (.incomplete("cut"), true, false, "cut"),
            (.trouble("no"), true, false, "no"),
        ] as [(FileOutcome, Bool, Bool, String?)])
    func meaning(outcome: FileOutcome, stays: Bool, isPlaced: Bool, reason: String?) {
        #expect(outcome.stays == stays && outcome.isPlaced == isPlaced && outcome.reason == reason)
    }
}
