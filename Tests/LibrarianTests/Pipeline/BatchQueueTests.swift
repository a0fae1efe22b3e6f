import Synchronization
import TestSupport
import Testing

@testable import librarian

@Suite("The queue of a batch", .timeLimit(.minutes(5)))
struct BatchQueueTests {
    @Test("gives all that has gathered, in order")
    func gathers() async {
        let queue = BatchQueue<Int>(capacity: 10)
        await queue.put([1, 2])
        await queue.put([3])
        #expect(await queue.take() == [1, 2, 3])
    }

    @Test("lets the committer wait for the first element")
    func waits() async {
        let queue = BatchQueue<Int>(capacity: 10)
        async let batch = queue.take()
        await queue.put([1])
        #expect(await batch == [1])
    }

    @Test("lets a batch wait until it is worth it, until patience ends, or until no more comes")
    func waitsForMore() async {
        let queue = BatchQueue<Int>(capacity: 10, enough: 3, patience: .seconds(3600))
        await queue.put([1])
        async let enough = queue.take()
        // It has begun to gather by then, and would have ended without.
        try? await Task.sleep(for: .milliseconds(50))
        for number in 2...3 { await queue.put([number]) }
        #expect(await enough == [1, 2, 3])

        await queue.put([4])
        async let rest = queue.take()
        queue.finish()
        #expect(await rest == [4])

        let impatient = BatchQueue<Int>(capacity: 10, enough: 3, patience: .milliseconds(20))
        await impatient.put([1])
        #expect(await impatient.take() == [1])
        await impatient.put([2, 3, 4, 5])
        #expect(await impatient.take() == [2, 3, 4, 5])
    }

    @Test("lets a batch wait no longer than until it is half of what is left")
    func halfOfTheRest() async {
        let queue = BatchQueue<Int>(capacity: 10, enough: 8, patience: .seconds(3600))
        await queue.put([1, 2], following: 4)
        async let half = queue.take()
        try? await Task.sleep(for: .milliseconds(50))
        await queue.put([3], following: 3)
        #expect(await half == [1, 2, 3])

        await queue.put([4, 5], following: 1)
        #expect(await queue.take() == [4, 5])
        await queue.put([6], following: 0)
        #expect(await queue.take() == [6])

        // More than was announced: nothing is known any more.
        await queue.put([7])
        async let rest = queue.take()
        try? await Task.sleep(for: .milliseconds(50))
        await queue.put([8])
        queue.finish()
        #expect(await rest == [7, 8])
    }

    @Test("gives no more at once than it may, and the rest with the next")
    func most() async {
        let queue = BatchQueue<Int>(capacity: 10, enough: 3, most: 2)
        await queue.put([1, 2, 3, 4, 5])
        queue.finish()
        #expect(await batches(of: queue) == [[1, 2], [3, 4], [5]])
    }

    @Test("gives half of what is left at the end, as long as that is worth a batch")
    func halves() async {
        let queue = BatchQueue<Int>(capacity: 10, enough: 2)
        await queue.put([1, 2, 3, 4, 5, 6, 7, 8, 9])
        queue.finish()
        #expect(await batches(of: queue) == [[1, 2, 3, 4], [5, 6], [7, 8, 9]])
    }

    private func batches(of queue: BatchQueue<Int>) async -> [[Int]] {
        var batches: [[Int]] = []
        while case let batch = await queue.take(), !batch.isEmpty { batches.append(batch) }
        return batches
    }

    @Test("lets a helper wait until few are left, or none come any more")
    func helper() async throws {
        let queue = BatchQueue<Int>(capacity: 10)
        await queue.awaitFewer(than: 1)
        await queue.put([1, 2])
        let count = Count()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                await queue.awaitFewer(than: 2)
                count.increase()
            }
            try await Task.sleep(for: .milliseconds(50))
            #expect(count.value == 0)
            #expect(await queue.take() == [1, 2])
            try await eventually("the helper goes on") { count.value == 1 }
            await queue.put([3, 4])
            group.addTask {
                await queue.awaitFewer(than: 2)
                count.increase()
            }
            try await Task.sleep(for: .milliseconds(50))
            #expect(count.value == 1)
            queue.finish()
            try await group.waitForAll()
        }
        #expect(count.value == 2)
    }

    @Test("lets workers wait while it is full, and no longer")
    func bounded() async throws {
        let queue = BatchQueue<Int>(capacity: 2)
        let count = Count()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<5 {
                group.addTask {
                    await queue.put([1, 1])
                    count.increase()
                }
            }
            try await eventually("one worker got through") { count.value == 1 }
            try await Task.sleep(for: .milliseconds(50))
            #expect(count.value == 1)
            var taken = 0
            while taken < 10 { taken += await queue.take().count }
            try await group.waitForAll()
            #expect(taken == 10)
        }
    }

    @Test("gives each element to one of several who take, and ends for all")
    func severalConsumers() async throws {
        let queue = BatchQueue<Int>(capacity: 2, most: 1)
        let taken = try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<3 {
                group.addTask {
                    var taken: [Int] = []
                    while case let batch = await queue.take(), !batch.isEmpty { taken += batch }
                    return taken
                }
            }
            for number in 0..<300 { await queue.put([number]) }
            queue.finish()
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(taken.sorted() == Array(0..<300))
    }

    @Test("gives what is left at the end, then nothing")
    func finish() async {
        let queue = BatchQueue<Int>(capacity: 10)
        await queue.put([1])
        queue.finish()
        #expect(await queue.take() == [1])
        #expect(await queue.take() == [])
    }

    @Test("lets nobody wait after its end")
    func released() async {
        let queue = BatchQueue<Int>(capacity: 1)
        await queue.put([1])
        async let put: Void = queue.put([2])
        queue.finish()
        await put
        async let batch = queue.take()
        _ = await batch
        _ = await queue.take()
        #expect(await queue.take() == [])
    }
}

private final class Count: Sendable {
    private let number = Atomic(0)

    var value: Int { number.load(ordering: .relaxed) }

    func increase() {
        number.add(1, ordering: .relaxed)
    }
}
