import FactoryCore

/// Several readers at work on the files below some folder.
struct ReadingRoom: Sendable {
    private struct Reading: Sendable {
        let index: Int
        let reader: StoredContentReader
        let content: StoredContent
    }

    private let readers: [StoredContentReader]

    init(readers count: Int, throttle: Throttle?, stop: StopSignal) throws(StartupError) {
        var readers: [StoredContentReader] = []
        for _ in 0..<max(1, count) { readers.append(try StoredContentReader(throttle: throttle, stop: stop)) }
        self.readers = readers
    }

    /// What stands at these places, in their order.
    ///
    /// - Throws: `Stopped`.
    func read(_ paths: [RelativePath], below root: Folder) async throws -> [StoredContent] {
        try await withThrowingTaskGroup(of: Reading.self) { group in
            func add(_ index: Int, _ reader: StoredContentReader) {
                let path = paths[index]
                group.addTask {
                    Reading(index: index, reader: reader, content: try await reader.read(path, below: root))
                }
            }
            var contents = [StoredContent](repeating: .nothing, count: paths.count)
            for (index, reader) in zip(paths.indices, readers) { add(index, reader) }
            var next = min(readers.count, paths.count)
            // Who is done takes the next one: a long video keeps one reader, not all.
            while let reading = try await group.next() {
                contents[reading.index] = reading.content
                guard next < paths.count else { continue }
                add(next, reading.reader)
                next += 1
            }
            return contents
        }
    }
}
