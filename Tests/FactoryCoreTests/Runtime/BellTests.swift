import FactoryCore
import Testing

/// The long waits would fail the time limit, so a bell that is not heard is not overlooked.
@Suite("A bell", .timeLimit(.minutes(5)))
struct BellTests {
    private static let forever: Duration = .seconds(3600)

    @Test("that rang while nobody slept is heard at once")
    func rungBefore() async {
        let bell = Bell()
        bell.ring()
        await bell.wait(for: Self.forever)
    }

    @Test("is heard once, however often it rang")
    func rememberedOnce() async {
        let bell = Bell()
        for _ in 0..<3 { bell.ring() }
        await bell.wait(for: Self.forever)
        #expect(await timeToWait(bell, for: .milliseconds(100)) >= .milliseconds(100))
    }

    @Test("wakes who sleeps")
    func wakes() async {
        let bell = Bell()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await bell.wait(for: Self.forever) }
            group.addTask {
                try? await Task.sleep(for: .milliseconds(50))
                bell.ring()
            }
        }
    }

    @Test("that is silent lets the time pass")
    func timeout() async {
        #expect(await timeToWait(Bell(), for: .milliseconds(100)) >= .milliseconds(100))
    }

    @Test("does not hold up a task that is cancelled, before or during its sleep", arguments: [0, 50])
    func cancellation(milliseconds: Int) async {
        let sleeper = Task { await Bell().wait(for: Self.forever) }
        if milliseconds > 0 { try? await Task.sleep(for: .milliseconds(milliseconds)) }
        sleeper.cancel()
        await sleeper.value
    }

    @Test("loses no ring in a race with the sleeper")
    func race() async {
        let (there, back) = (Bell(), Bell())
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for _ in 0..<2000 {
                    there.ring()
                    await back.wait(for: Self.forever)
                }
            }
            group.addTask {
                for _ in 0..<2000 {
                    await there.wait(for: Self.forever)
                    back.ring()
                }
            }
        }
    }

    private func timeToWait(_ bell: Bell, for duration: Duration) async -> Duration {
        await ContinuousClock().measure { await bell.wait(for: duration) }
    }
}
