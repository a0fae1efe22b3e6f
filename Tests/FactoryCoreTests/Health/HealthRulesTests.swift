import Testing

@testable import FactoryCore

@Suite("A program works")
struct HealthRulesTests {
    private let now: Duration = .seconds(1000)

    private func note(at seconds: Int, hangs: Bool = false) -> HealthNote {
        HealthNote(awake: .seconds(seconds), isHanging: hangs, task: "Watching")
    }

    @Test("while all its services have noted lately that they do")
    func works() {
        #expect(HealthRules.complaint(["librarian": note(at: 1000)], awake: now) == nil)
        #expect(HealthRules.complaint(["a": note(at: 881), "b": note(at: 999)], awake: now) == nil)
    }

    @Test("no longer when one of them has not moved for two minutes")
    func stands() {
        #expect(
            HealthRules.complaint(["a": note(at: 999), "b": note(at: 880)], awake: now)
                == "b has not moved for 2 minutes; last it said: Watching")
    }

    @Test("not when one of them says that its work hangs")
    func hangs() {
        #expect(HealthRules.complaint(["a": note(at: 999, hangs: true)], awake: now) == "a hangs: Watching")
    }

    @Test("not before anything was noted, nor by notes that nobody can read or that an earlier start left")
    func unknown() {
        #expect(HealthRules.complaint([:], awake: now) == "nothing has reported yet")
        #expect(HealthRules.complaint(["a": nil], awake: now) == "what a noted cannot be read")
        #expect(
            HealthRules.complaint(["a": note(at: 1001)], awake: now)
                == "what a noted is from before the machine was started")
    }
}
