import Dispatch
import FactoryCore
import Synchronization
import TestSupport
import Testing

@Suite("A call that may hang")
struct PatientCallTests {
    @Test("answers, and may be made again")
    func answer() async {
        let count = Atomic(0)
        let call = PatientCall(label: "test", limit: .seconds(60)) { count.add(1, ordering: .relaxed).newValue }
        #expect(await call.answer() == 1)
        #expect(await call.answer() == 2)
    }

    @Test("is waited for only so long, is not made a second time meanwhile, and answers again afterwards")
    func hanging() async throws {
        let gate = DispatchSemaphore(value: 0)
        let count = Atomic(0)
        let call = PatientCall(label: "test", limit: .milliseconds(50)) {
            gate.wait()
            return count.add(1, ordering: .relaxed).newValue
        }
        #expect(await call.answer() == nil)
        // Nobody waits for these: the first still hangs.
        for _ in 0..<20 { #expect(await call.answer() == nil) }
        #expect(count.load(ordering: .relaxed) == 0)
        gate.signal()
        try await eventually("it has come back") { count.load(ordering: .relaxed) == 1 }
        gate.signal()
        try await eventually("it answers again") {
            gate.signal()
            return await call.answer() != nil
        }
    }

    @Test("may be asked for by many at once, of whom one gets the answer")
    func crowd() async {
        let gate = DispatchSemaphore(value: 0)
        let call = PatientCall(label: "test", limit: .seconds(60)) { gate.wait() }
        let answers = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<10 { group.addTask { await call.answer() != nil } }
            var answers: [Bool] = []
            for await isAnswer in group {
                answers.append(isAnswer)
                // Only the one that waits is left.
                if answers.count == 9 { gate.signal() }
            }
            return answers
        }
        #expect(answers.filter { $0 }.count == 1)
    }
}
