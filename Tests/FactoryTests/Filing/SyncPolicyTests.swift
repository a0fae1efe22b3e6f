import TestSupport
import Testing

/// What is written to the disk, and in which order, as the kernel saw it: speed is never bought with a photo that a
/// power cut could take.
struct SyncPolicyTests {
    private static let hasTracer: Bool = {
        let folders = TestEnvironment.value("PATH")?.split(separator: ":") ?? []
        return folders.contains { TestFolder(String($0)).holds("strace") }
    }()

    private static let traced = """
        trace=openat,write,copy_file_range,pread64,io_submit,io_getevents,fadvise64,fdatasync,fsync,syncfs,sync_file_range,\
        renameat,renameat2
        """

    /// A call of the trace: whose it is, its name, what follows it, and when it began and ended, in microseconds.
    private struct Call {
        let thread: Substring
        let name: Substring
        let text: Substring
        let begin: Int
        let end: Int

        /// Whether it names a file of the librarian's own journal.
        var isJournal: Bool { text.contains("/Storage/Journal/") && text.contains(".jsonl") }
        /// The names that it was given.
        var quoted: [Substring] {
            text.split(separator: "\"", omittingEmptySubsequences: false).enumerated().compactMap {
                $0.offset.isMultiple(of: 2) ? nil : $0.element
            }
        }
        /// The private name of the copy whose descriptor it was given.
        var copy: Substring? { copies.first }
        /// Those of all copies.
        var copies: [Substring] {
            text.split(separator: "</").dropFirst().compactMap { path -> Substring? in
                let path = path.prefix { $0 != ">" }
                return path.contains("/.incoming/librarian/") ? path.split(separator: "/").last : nil
            }
        }
        /// Whether it gives a photo its place.
        var placesPhoto: Bool { name == "renameat2" && text.contains("/Originals/") }
    }

    /// Beginnings and ends of all calls, in the order of time.
    private static func moments(of calls: [Call]) -> [(call: Int, isEnd: Bool)] {
        let moments = calls.indices.flatMap { index in
            [(calls[index].begin, index, false), (calls[index].end, index, true)]
        }
        return moments.sorted { $0.0 < $1.0 }.map { ($0.1, $0.2) }
    }

    @Test(.enabled(if: hasTracer, "strace is not installed"))
    func journalIsDurableBeforeFilesMoveAndBatchesShareTheirSyncs() async throws {
        try await withInstallation { factory in
            let count = 600
            try drop(count, into: factory)
            let calls = try await trace(factory)
            #expect(try await factory.ledger().count == count)

            // What was written to the journal and not made durable when a photo was moved by it.
            var (owed, early) = (false, 0)
            for call in calls {
                switch call.name {
                case "write" where call.isJournal: owed = true
                case "fdatasync" where call.isJournal: owed = false
                // The outcomes of a batch are written when all of it has moved.
                case "renameat2" where call.placesPhoto: early += owed ? 1 : 0
                default: break
                }
            }
            // Contents, and the moves of the batch before, were made durable since before a batch begins to move.
            var (isSynced, hasWrittenDown, tooEarly) = (false, false, 0)
            for call in calls {
                switch call.name {
                case "syncfs": isSynced = true
                case "fdatasync" where call.isJournal: hasWrittenDown = true
                case "renameat2" where call.placesPhoto:
                    if hasWrittenDown, !isSynced { tooEarly += 1 }
                    (isSynced, hasWrittenDown) = (false, false)
                default: break
                }
            }
            #expect(tooEarly == 0, "\(tooEarly) batches began to move before their contents were durable")
            let moved = calls.count { $0.placesPhoto }
            #expect(moved == count && early == 0, "\(early) of \(moved) moved before the journal was durable")

            // One of each for a batch, and contents are durable before the first moves.
            let synced = calls.count { $0.name == "syncfs" }
            let first = calls.firstIndex { $0.name == "syncfs" } ?? .max
            #expect(try first < #require(calls.firstIndex { $0.placesPhoto }))
            #expect((2...count / 4).contains(synced), "\(synced) syncs for \(count) photos")
            #expect(!calls.contains { $0.name == "fsync" && $0.text.contains(".jpg") }, "no photo is synced alone")
        }
    }

    /// Durable, found durable, named, named durably, and only then the source: for each copy, also where parts overlap.
    @Test(.enabled(if: hasTracer && OwnDisk.isPresent, "\(OwnDisk.absence) It needs strace as well."))
    func sourcesGoWhenTheirCopiesAndTheirNamesAreDurable() async throws {
        try await withInstallation(in: OtherFileSystem.path, storageIn: OwnDisk.path) { factory in
            let count = 400
            try drop(count, into: factory)
            let calls = try await trace(factory)
            #expect(try await factory.ledger().count == count)

            // A sync runs beside the writing of other copies: it carries what was complete when it began.
            var (written, durable): (Set<Substring>, Set<Substring>) = ([], [])
            var (found, forgotten, read): (Set<Substring>, Set<Substring>, Set<Substring>) = ([], [], [])
            // Many are asked for in one call, and are there when another one of the same thread ends.
            var asked: [Substring: [Substring]] = [:]
            var (named, namedDurably): (Set<Substring>, Set<Substring>) = ([], [])
            var carried: [Int: (copies: Set<Substring>, names: Set<Substring>)] = [:]
            var (early, gone) = (0, 0)
            for moment in Self.moments(of: calls) {
                let call = calls[moment.call]
                switch (call.name, moment.isEnd) {
                case ("write", false), ("copy_file_range", false):
                    guard let copy = call.copy else { break }
                    early += durable.contains(copy) ? 1 : 0
                    written.remove(copy)
                    for sync in carried.keys { carried[sync]?.copies.remove(copy) }
                case ("write", true), ("copy_file_range", true):
                    if let copy = call.copy { written.insert(copy) }
                case ("syncfs", false) where call.text.contains("/Storage/"): carried[moment.call] = (written, named)
                case ("syncfs", true):
                    durable.formUnion(carried[moment.call]?.copies ?? [])
                    namedDurably.formUnion(carried[moment.call]?.names ?? [])
                    carried[moment.call] = nil
                case ("sync_file_range", false), ("fadvise64", false), ("pread64", false):
                    guard let copy = call.copy else { break }
                    early += durable.contains(copy) ? 0 : 1
                case ("sync_file_range", true):
                    if let copy = call.copy { found.insert(copy) }
                case ("fadvise64", true) where call.text.contains("POSIX_FADV_DONTNEED"):
                    if let copy = call.copy, found.contains(copy) { forgotten.insert(copy) }
                case ("pread64", true):
                    if let copy = call.copy, forgotten.contains(copy) { read.insert(copy) }
                case ("io_submit", false):
                    early += call.copies.count { !durable.contains($0) || !forgotten.contains($0) }
                    asked[call.thread, default: []] += call.copies
                case ("io_getevents", true):
                    let copies = asked.removeValue(forKey: call.thread) ?? []
                    // All of them, and none that failed.
                    guard call.text.contains(") = \(copies.count) <"), !call.text.contains("res=-") else { break }
                    read.formUnion(copies)
                case ("renameat2", false) where call.placesPhoto: early += read.contains(call.quoted[0]) ? 0 : 1
                case ("renameat2", true) where call.placesPhoto: named.insert(call.quoted[1])
                case ("renameat", false) where call.text.contains("/Photos_Inbox/") && call.quoted[0].hasPrefix("IMG_"):
                    early += namedDurably.contains(call.quoted[0]) ? 0 : 1
                    gone += 1
                default: break
                }
            }
            #expect(durable.count == count && read.count == count)
            #expect(calls.contains { $0.name == "io_getevents" }, "copies as small as these are read many at once")
            #expect(gone == count && early == 0, "\(early) steps came too early")
            let synced = calls.count { $0.name == "syncfs" }
            #expect((2...count / 8).contains(synced), "\(synced) syncs for \(count) photos")
            let alone = calls.count { $0.name == "fsync" && $0.text.contains("/.incoming/") }
            #expect(alone <= synced, "\(alone) copies were synced alone, besides \(synced) syncs")
        }
    }

    private func microseconds(_ seconds: Substring) -> Int? {
        let parts = seconds.split(separator: ".")
        guard parts.count == 2, parts[1].count == 6, let whole = Int(parts[0]), let rest = Int(parts[1]) else {
            return nil
        }
        return whole * 1_000_000 + rest
    }

    private func drop(_ count: Int, into factory: Installation) throws {
        for number in 0..<count {
            let photo = SamplePhoto("\(number)", taken: "2021:0\(number % 9 + 1):11 10:00:00")
            try factory.inbox.write(photo.bytes(), to: "\(number / 100)/IMG_\(number).jpg")
        }
    }

    private func trace(_ factory: Installation) async throws -> [Call] {
        let program = try TestProgram.built("librarian").file()
        // Descriptors with their paths, also those of many reads in one call, each call on one line, in the order in which they
        // ended, with its beginning and how long it took.
        let options = ["-f", "-qq", "-y", "-z", "-ttt", "-T", "-e", Self.traced, "-e", "abbrev=none", "-s", "0"]
        let run = try await ProgramRun.run(
            .system("strace"),
            options + ["-o", factory.root.path(of: "trace"), program, "ingest", "--json", "--quiet-seconds", "0"],
            environment: factory.environment, in: factory.root)
        #expect(run.exitCode == 0, "\(run.standardError)")
        let text = String(decoding: try factory.root.read("trace"), as: UTF8.self)
        return text.split(separator: "\n").compactMap { line in
            guard let open = line.firstIndex(of: "(") else { return nil }
            // Process, time, name.
            let words = line[..<open].split(separator: " ")
            guard words.count == 3, let begin = microseconds(words[1]),
                let took = line.split(separator: "<").last.flatMap({ microseconds($0.dropLast()) })
            else { return nil }
            return Call(thread: words[0], name: words[2], text: line[open...], begin: begin, end: begin + took)
        }
    }
}
