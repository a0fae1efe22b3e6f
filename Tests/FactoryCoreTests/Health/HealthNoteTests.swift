import Testing

@testable import FactoryCore

@Suite("A health note")
struct HealthNoteTests {
    @Test("is read as it was written", arguments: [true, false])
    func roundTrip(isHanging: Bool) {
        let note = HealthNote(awake: .milliseconds(1_234_567), isHanging: isHanging, task: "Filing: 3 of 4, “Urlaub”")
        #expect(note.text == "1234567\n\(isHanging ? "hangs" : "works")\nFiling: 3 of 4, “Urlaub”\n")
        #expect(HealthNote(note.text) == note)
    }

    @Test("stays one line a part, whatever the task holds")
    func lineBreaks() {
        let note = HealthNote(awake: .seconds(1), isHanging: false, task: "first\nhangs\nthird")
        #expect(note.text.split(separator: "\n").count == 3)
        #expect(HealthNote(note.text) == note)
    }

    @Test(
        "is nothing that was not written as one",
        arguments: ["", "\n\n\n", "soon\nworks\ntask\n", "-1\nworks\ntask\n", "1\nperhaps\ntask\n", "1\nworks"])
    func refused(text: String) {
        #expect(HealthNote(text) == nil)
    }
}
