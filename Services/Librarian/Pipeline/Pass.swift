import FactoryCore

/// One pass over the inbox, or over those of its files whose time has come.
struct Pass: Sendable {
    enum Scope: Sendable {
        case inbox
        case files([RelativePath])

        var isInbox: Bool {
            if case .inbox = self { true } else { false }
        }
    }

    /// How many files are looked at at once. Each time several threads wake each other, which with 16 took a tenth of a
    /// small file's time.
    static let chunk = 128
    /// How many bytes are handed to a worker at once, about: the others are to have something to read as well.
    private static let portionSize = 16 << 20
    /// How many files are remembered for a second look one by one; more of them take a second walk through the inbox.
    private static let rememberedLimit = 10_000
    private static let changed = "it changed lately"
    private static let stopped = "filing stopped"

    let inbox: Folder
    let reader: InboxReader
    let line: Line
    /// Looks up now and then whether files may still be moved.
    let gate: Gate
    /// How long to wait for files that changed lately before the pass ends; nil when they are left to a later pass.
    let quiet: Duration?
    /// Ends the pass in good order: what is on the line is still filed.
    let stop: StopSignal

    /// - Parameter tell: hears how many files were seen and what became of them.
    /// - Throws: `FileError` when inbox or storage fail, and what forbids to file at all.
    func run(_ scope: Scope, tell: @escaping Line.Tell) async throws {
        let files = BatchQueue<Portion>(capacity: line.examiners.count, most: 1)
        let tellAndRemember: Line.Tell = { events in
            await reader.remember(events.settled)
            await tell(events)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await line.run(files, tell: tellAndRemember) }
            // An inbox that cannot be read any further does not keep what was read from being filed.
            let fed = await Self.result { try await feed(scope, to: files, tell: tell) }
            files.finish()
            try await group.waitForAll()
            try fed.get()
        }
    }

    private static func result(_ body: () async throws -> Void) async -> Result<Void, any Error> {
        do {
            return .success(try await body())
        } catch {
            return .failure(error)
        }
    }

    /// Files that have to wait for their second look.
    private struct Waiting {
        var files: Set<RelativePath> = []
        /// Whether there are more, which do not count as seen yet.
        var hasMore = false
    }

    private func feed(_ scope: Scope, to files: BatchQueue<Portion>, tell: Line.Tell) async throws {
        var waiting = Waiting()
        do {
            try await look(at: scope, waiting: &waiting, to: files, tell: tell)
        } catch {
            await reader.beginAnew()
            await leave(Array(waiting.files), because: Self.stopped, tell: tell)
            throw error
        }
        try await settle(waiting, to: files, tell: tell)
    }

    private func look(
        at scope: Scope, waiting: inout Waiting, to files: BatchQueue<Portion>, tell: Line.Tell
    ) async throws {
        switch scope {
        case .inbox:
            while !stop.isSet, let sifted = try await reader.scan(Self.chunk) {
                try await pass(sifted, seen: sifted.count, waiting: &waiting, to: files, tell: tell)
                try await gate.glance()
            }
        case .files(let paths):
            let companies = paths.isEmpty ? [] : await reader.companies(of: paths)
            for start in stride(from: 0, to: companies.count, by: Self.chunk) where !stop.isSet {
                let end = min(start + Self.chunk, companies.count)
                var sifted = await reader.look(at: Array(companies[start..<end]), areHints: true)
                sifted.isLast = end == companies.count
                try await pass(sifted, seen: sifted.count, waiting: &waiting, to: files, tell: tell)
                try await gate.glance()
            }
        }
    }

    /// Gives files that changed lately their second look, and leaves what is still changing to a later pass.
    private func settle(_ waiting: Waiting, to files: BatchQueue<Portion>, tell: Line.Tell) async throws {
        guard let quiet, !waiting.files.isEmpty || waiting.hasMore else { return }
        await stop.sleep(for: quiet)
        // What has come since is seen by the next pass.
        let known = waiting.files
        let companies = await reader.companies(of: Array(known)).map { $0.filter(known.contains) }
        for start in stride(from: 0, to: companies.count, by: Self.chunk) {
            let end = min(start + Self.chunk, companies.count)
            do {
                try await lookAgain(at: Array(companies[start..<end]), to: files, tell: tell)
            } catch {
                await leave(companies[end...].flatMap { $0 }, because: Self.stopped, tell: tell)
                throw error
            }
        }
        guard waiting.hasMore else { return }
        let walked = await Self.result { try await walkAgain(except: known, to: files, tell: tell) }
        await reader.beginAnew()
        try walked.get()
    }

    /// A second walk, for files that waited and were too many to be remembered.
    ///
    /// - Parameter known: the files that were remembered, which have had their second look.
    private func walkAgain(
        except known: Set<RelativePath>, to files: BatchQueue<Portion>, tell: Line.Tell
    ) async throws {
        await reader.beginAnew()
        while !stop.isSet, let sifted = try await reader.scan(Self.chunk) {
            // What was settled without being read has been counted by the first walk.
            let late = Sifted(
                stable: sifted.stable.compactMap { group in
                    let files = group.files.filter { !known.contains($0.path) }
                    return files.isEmpty ? nil : StableGroup(files)
                },
                waiting: sifted.waiting.filter { !known.contains($0) })
            var rest = Waiting()
            let passed = await Self.result {
                try await pass(late, seen: late.count, waiting: &rest, to: files, tell: tell)
            }
            await leave(Array(rest.files), because: Self.changed, tell: tell)
            try passed.get()
            try await gate.glance()
        }
    }

    /// What is not taken is accounted for as well, also when the librarian is told to stop or something is in the way.
    private func lookAgain(
        at part: [[RelativePath]], to files: BatchQueue<Portion>, tell: Line.Tell
    ) async throws {
        guard !stop.isSet else { return await leave(part.flatMap { $0 }, because: Self.changed, tell: tell) }
        do {
            try await gate.glance()
        } catch {
            await leave(part.flatMap { $0 }, because: Self.stopped, tell: tell)
            throw error
        }
        var left = Waiting()
        let sifted = await reader.look(at: part, areHints: false)
        let passed = await Self.result { try await pass(sifted, seen: 0, waiting: &left, to: files, tell: tell) }
        await leave(Array(left.files), because: Self.changed, tell: tell)
        try passed.get()
    }

    private func leave(_ paths: [RelativePath], because reason: String, tell: Line.Tell) async {
        guard !paths.isEmpty else { return }
        let outcome = FileOutcome.pending(reason)
        await tell(PassEvents(settled: paths.map { SettledFile(path: $0, stamp: nil, outcome: outcome) }))
    }

    /// - Parameter waiting: gets the files that have to wait; also those that may not be taken, when that is thrown.
    private func pass(
        _ sifted: Sifted, seen: Int, waiting: inout Waiting, to files: BatchQueue<Portion>, tell: Line.Tell
    ) async throws {
        let isTooMuch = quiet != nil && waiting.files.count + sifted.waiting.count > Self.rememberedLimit
        await tell(PassEvents(seen: isTooMuch ? seen - sifted.waiting.count : seen, settled: sifted.settled))
        if quiet == nil {
            await leave(sifted.waiting, because: Self.changed, tell: tell)
        } else if isTooMuch {
            waiting.hasMore = true
        } else {
            waiting.files.formUnion(sifted.waiting)
        }
        guard !sifted.stable.isEmpty else { return }
        let paths = sifted.stable.flatMap { $0.files.map(\.path) }
        do {
            try await gate.admit(paths, in: inbox)
        } catch {
            waiting.files.formUnion(paths)
            throw error
        }
        for portion in Self.portions(of: sifted) { await files.put([portion]) }
    }

    private static func portions(of sifted: Sifted) -> [Portion] {
        var portions: [Portion] = []
        var size = portionSize
        for (index, group) in sifted.stable.enumerated() {
            if size >= portionSize {
                portions.append(Portion())
                size = 0
            }
            let last = portions.count - 1
            portions[last].groups.append(group)
            portions[last].following = sifted.isLast ? sifted.stable.count - index - 1 : nil
            size += group.files.reduce(0) { $0 + $1.stamp.size }
        }
        return portions
    }
}
