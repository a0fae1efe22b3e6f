import Testing

@testable import backup

@Suite("What rclone says of copies")
struct ProofListTests {
    private func finding(_ output: String, _ path: String) -> ProofList.Finding { ProofList(Array(output.utf8))[path] }

    @Test("counts only with an equals sign, and for that very name")
    func signs() {
        let output = "= a\n* b\n+ c\n- d\n! e\n=f\n= \n=  g\n"
        #expect(finding(output, "a") == .proven)
        #expect(finding(output, "b") == .different)
        #expect(finding(output, "c") == .missing)
        for other in ["d", "e", "f", "g", "", "A", "nothing"] {
            #expect(finding(output, other) == .unknown, "\(other)")
        }
        #expect(finding(output, " g") == .proven)
    }

    @Test("Two spellings of a name are two names")
    func spelling() {
        #expect(finding("= \u{E9}\n", "e\u{301}") == .unknown)
        #expect(finding("= \u{E9}\n", "\u{E9}") == .proven)
    }

    @Test("What is said twice and differently is not said")
    func contradiction() {
        #expect(finding("= a\n* a\n", "a") == .unknown)
        #expect(finding("= a\n= a\n", "a") == .proven)
    }
}
