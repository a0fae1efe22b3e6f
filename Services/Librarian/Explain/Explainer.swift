import FactoryCore

/// Gathers everything that ever happened to a content: from all journals, from the database where it answers, and from
/// the disk as it is now.
struct Explainer {
    private let books: [JournalBook]
    private let history: LedgerHistory
    private let places: PlaceReader
    /// Why the database could not be asked.
    private var outage: String?

    init(storage: Folder, history: LedgerHistory, reader: StoredContentReader) throws {
        books = try JournalBook.all(in: storage)
        self.history = history
        places = PlaceReader(storage: storage, reader: reader)
    }

    /// - Parameter argument: as it was given, byte by byte; a path may be relative to `workingFolder`.
    /// - Throws: `FileError` when a journal cannot be read, `StartupError` when several contents begin with the digits.
    mutating func explain(_ argument: [UInt8], in workingFolder: String) async throws -> Explanation {
        let asked = AskedPath(argument, in: workingFolder)
        var explanation = Explanation(asked: asked.text)
        if let content = try await places.content(of: asked) {
            explanation.contents = try await histories(of: [content], asked)
        }
        // Also when a file is there whose bytes nobody knows: they may not be those that were filed under its name.
        if explanation.contents.isEmpty {
            explanation.contents = try await histories(of: contents(asked), asked)
        }
        let ending = PathMatch(asked.text).ending
        explanation.unread = try await ask { try await $0.unread(at: asked.absolute, ending: ending) } ?? []
        explanation.outage = outage
        return explanation
    }

    /// Of those contents of which anything is known.
    private mutating func histories(of contents: Set<Fingerprint>, _ asked: AskedPath) async throws -> [ContentHistory]
    {
        var histories: [ContentHistory] = []
        for content in contents.sorted(by: { $0.hex < $1.hex }) {
            let history = try await history(of: content, asked)
            if history.isKnown { histories.append(history) }
        }
        return histories
    }

    private mutating func contents(_ asked: AskedPath) async throws -> Set<Fingerprint> {
        switch Question(asked.text) {
        case .content(let content): return [content]
        case .digits(let digits):
            let contents = try await contents(beginningWith: digits)
            return contents.isEmpty ? try await self.contents(at: asked) : contents
        case .path: return try await contents(at: asked)
        }
    }

    private mutating func contents(beginningWith digits: String) async throws -> Set<Fingerprint> {
        var contents = Set(try await ask { try await $0.contents(beginningWith: digits) } ?? [])
        try forEachSegment { _, bytes, _ in
            contents.formUnion(JournalSearch.contents(in: bytes, beginningWith: digits))
        }
        guard contents.count < 2 else {
            throw StartupError("\(contents.count) contents or more begin with \(digits): give more digits")
        }
        return contents
    }

    private mutating func contents(at asked: AskedPath) async throws -> Set<Fingerprint> {
        let match = PathMatch(asked.text)
        var contents = Set(try await ask { try await $0.contents(at: asked.absolute, ending: match.ending) } ?? [])
        try forEachSegment { _, bytes, _ in
            contents.formUnion(try JournalSearch.contents(in: bytes, matching: match))
        }
        return contents
    }

    private mutating func history(of content: Fingerprint, _ asked: AskedPath) async throws -> ContentHistory {
        var result = ContentHistory(fingerprint: content)
        var search: JournalSearch?
        try forEachSegment { book, bytes, segment in
            if search?.librarian != book.librarian {
                result.entries += search?.entries ?? []
                search = JournalSearch([content], librarian: book.librarian)
            }
            search?.search(bytes, segment: segment)
        }
        result.entries = (result.entries + (search?.entries ?? [])).sorted { $0.at < $1.at }
        result.row = try await ask { try await $0.row(of: content) } ?? nil
        result.sidecars = try await ask { try await $0.sidecars(of: content) } ?? []
        result.intake = try await ask { try await $0.intake(of: content) } ?? []
        result.places = try await places.now(result, asked: asked)
        return result
    }

    private func forEachSegment(_ body: (JournalBook, [UInt8], Int) throws -> Void) throws {
        for book in books {
            for segment in try book.segments() { try body(book, book.bytes(of: segment), segment) }
        }
    }

    /// - Returns: nil when the database cannot be asked; it is not asked again then.
    private mutating func ask<Answer>(_ body: (LedgerHistory) async throws -> Answer) async throws -> Answer? {
        guard outage == nil else { return nil }
        do {
            return try await body(history)
        } catch let error as DatabaseError {
            outage = "\(error)"
            return nil
        }
    }
}
