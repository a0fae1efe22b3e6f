import AllocationProbe
import Glibc
import TestSupport

/// Feeds a target with damaged files and measures what it does with each.
struct FuzzRun {
    /// What one input may take, in bytes. The largest block that is read has 4 MiB, and few are held at once.
    static let mostMemory = 64 << 20

    let target: FuzzTarget
    /// How much of a processor's time one input may take.
    let limit: Duration
    /// Where the input that is being read stands, so that one which ends the process is not lost.
    let folder: TestFolder

    struct Failure: CustomStringConvertible {
        let reason: String
        let file: String

        var description: String { "\(reason), see \(file)" }
    }

    /// - Returns: what went wrong, the first few of it.
    func run(seed: UInt64, count: Int) throws -> [Failure] {
        var mutator = FuzzMutator(seed: seed)
        let seeds = FuzzSeeds.shared.seeds(for: target)
        var failures: [Failure] = []
        for _ in 0..<count where failures.count < 3 {
            let input = mutator.input(from: seeds)
            let name = input.fileName("\(target)".replacing(" ", with: "-"))
            try folder.write(input.bytes, to: name)
            if let reason = try fault(of: input) {
                let kept = "failed-\(failures.count)-\(name)"
                try folder.rename(name, to: kept)
                failures.append(Failure(reason: "\(target) \(reason)", file: folder.path(of: kept)))
            } else {
                try folder.remove(name)
            }
        }
        return failures
    }

    /// What is wrong with how `input` is read; nil for nothing.
    func fault(of input: FuzzInput) throws -> String? {
        let start = Self.processorTime()
        allocation_probe_begin()
        let outcome = Result { try target.read(input) }
        let memory = Int(allocation_probe_end())
        let time = Self.processorTime() - start
        if let breach = try outcome.get() { return breach }
        if memory > Self.mostMemory { return "took \(memory) bytes" }
        return time > limit ? "took \(time)" : nil
    }

    /// Of this thread alone: other tests run beside it.
    private static func processorTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
