/// Hands prepared files from the workers to the committer, who takes all that has gathered while it was busy. So a
/// batch is as large as the disk is slow, and nobody waits for one to fill up.
///
/// Bounded: workers wait while the queue is full, so that memory does not grow with the inbox.
actor BatchQueue<Element: Sendable> {
    private let capacity: Int
    private var elements: [Element] = []
    private var isFinished = false
    private var consumer: CheckedContinuation<Void, Never>?
    private var producers: [CheckedContinuation<Void, Never>] = []

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Adds elements; waits while the queue is full.
    func put(_ more: [Element]) async {
        while elements.count >= capacity, !isFinished {
            await withCheckedContinuation { producers.append($0) }
        }
        elements += more
        wakeConsumer()
    }

    /// No more elements will come, or none are wanted any more.
    func finish() {
        isFinished = true
        wakeConsumer()
        wakeProducers()
    }

    /// All elements that are there, once there are any; empty at the end. For one consumer.
    func take() async -> [Element] {
        while elements.isEmpty, !isFinished {
            await withCheckedContinuation { consumer = $0 }
        }
        defer { wakeProducers() }
        let batch = elements
        elements = []
        return batch
    }

    private func wakeConsumer() {
        consumer?.resume()
        consumer = nil
    }

    private func wakeProducers() {
        for producer in producers { producer.resume() }
        producers = []
    }
}
