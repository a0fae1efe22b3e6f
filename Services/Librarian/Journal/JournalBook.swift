import FactoryCore

/// One librarian's journal for those who only read: nothing is made, locked, cut or set aside, and its librarian may go
/// on writing meanwhile.
struct JournalBook: Sendable {
    /// The id of the librarian who writes it.
    let librarian: String
    private let folder: Folder

    /// The journals of all librarians of a storage, by their ids; none when there is no journal.
    static func all(in storage: Folder) throws -> [JournalBook] {
        guard try storage.stamp(Self.folderName)?.isFolder == true else { return [] }
        let journals = try storage.folder(Self.folderName)
        let listing = try FolderListing(journals)
        var books: [JournalBook] = []
        while let name = try listing.next() {
            guard try journals.stamp(name)?.isFolder == true else { continue }
            books.append(JournalBook(librarian: FileName.text(name), folder: try journals.folder(name)))
        }
        return books.sorted { $0.librarian < $1.librarian }
    }

    /// The numbers of the segments that exist, in order.
    func segments() throws(FileError) -> [Int] {
        try JournalFolder.segments(in: folder)
    }

    /// The bytes of a segment as they are now.
    func bytes(of segment: Int) throws -> [UInt8] {
        try bytes(of: segment, last: .max)
    }

    /// So many of the last bytes of a segment as they are now, or all.
    private func bytes(of segment: Int, last limit: Int) throws -> [UInt8] {
        let file = try folder.openFile(Array(JournalFolder.name(segment).utf8))
        let size = try file.stamp(path(of: segment)).size
        let count = min(size, limit)
        return try FileByteSource(descriptor: file.descriptor, size: size).read(at: size - count, count: count)
    }

    /// Whether nothing comes behind a position, as far as the end of the last segment shows; without reading the whole of it.
    func ends(at position: JournalPosition) throws -> Bool {
        guard try segments().last == position.segment else { return false }
        let tail = try bytes(of: position.segment, last: Self.tailSize)
        guard tail.last == 10 else { return false }
        let lines = tail.dropLast()
        let last = lines[(lines.lastIndex(of: 10).map { $0 + 1 } ?? lines.startIndex)...]
        return try SHA256.of(last) == position.hash
    }

    /// Reads a segment, checks its chain, and keeps the events behind line `after`.
    func scan(_ segment: Int, after: Int = 0) throws -> JournalScan {
        try JournalScan(try bytes(of: segment), start: JournalSegment.start(segment), after: after)
    }

    /// The full path of a file of the journal.
    func path(of name: String) -> String {
        folder.pathText(Array(name.utf8))
    }

    /// The full path of a segment.
    func path(of segment: Int) -> String {
        folder.pathText(Array(JournalFolder.name(segment).utf8))
    }

    /// The inode of the lock that its librarian holds while it runs; nil when there is none yet.
    func lock() throws(FileError) -> UInt64? {
        try folder.stamp(JournalFolder.lockName)?.inode
    }

    /// In bytes: many times what a line has.
    private static let tailSize = 64 << 10
    private static let folderName = Array("Journal".utf8)
}
