import FactoryCore
import Glibc

/// The folder of one librarian's journal: numbered segments, and the lock that keeps a second librarian out.
struct JournalFolder: Sendable {
    let folder: Folder
    private let lock: OpenFile

    /// Opens the folder, making it where it is missing, and locks it for as long as this value lives.
    ///
    /// - Throws: `StartupError` that says who holds the lock, `FileError` when the folder cannot be used.
    init(storage: Folder, librarian: String) throws {
        folder = try storage.makeFolder("Journal").makeFolder(librarian)
        lock = try Self.locked(folder, librarian)
    }

    /// The numbers of the segments that exist, in order.
    func segments() throws(FileError) -> [Int] {
        try Self.segments(in: folder)
    }

    /// The numbers of the segments in a journal's folder, in order.
    static func segments(in folder: Folder) throws(FileError) -> [Int] {
        let listing = try FolderListing(folder)
        var numbers: [Int] = []
        while let name = try listing.next() {
            let text = FileName.text(name)
            // Somebody's own copy beside them is none of them.
            if let number = Int(text.dropLast(ending.count)), (1...lastSegment).contains(number),
                text == Self.name(number)
            {
                numbers.append(number)
            }
        }
        return numbers.sorted()
    }

    /// The name of a segment: `00000001.jsonl`.
    static func name(_ segment: Int) -> String {
        let number = String(segment)
        return String(repeating: "0", count: max(0, digits - number.count)) + number + ending
    }

    static let lockName = Array("lock".utf8)

    /// Whether a segment was found damaged before.
    func isMarked(_ segment: Int) throws(FileError) -> Bool {
        try folder.stamp(Self.mark(segment)) != nil
    }

    /// Remembers that a segment is damaged.
    func mark(_ segment: Int) throws(FileError) {
        _ = try folder.openForAppending(Self.mark(segment))
    }

    /// Forgets that a segment was damaged.
    func unmark(_ segment: Int) throws(FileError) {
        try folder.unlink(Self.mark(segment))
    }

    private static func mark(_ segment: Int) -> [UInt8] {
        Array("\(name(segment)).damaged".utf8)
    }

    /// The segments that are missing between others, as `00000002.jsonl` or a range of them.
    static func gaps(_ numbers: [Int]) -> [String] {
        zip([0] + numbers, numbers).compactMap { before, number in
            guard number > before + 1 else { return nil }
            let first = name(before + 1)
            return number == before + 2 ? first : "\(first) to \(name(number - 1))"
        }
    }

    private static let ending = ".jsonl"
    private static let digits = 8
    /// More than any library will ever need.
    private static let lastSegment = 999_999_999

    private static func locked(_ folder: Folder, _ librarian: String) throws -> OpenFile {
        let name = lockName
        let file = try folder.openForAppending(name)
        guard flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = String(decoding: try Self.content(file), as: UTF8.self).split(whereSeparator: \.isNewline).last
            throw StartupError(
                "another librarian with the id '\(librarian)' works on \(folder.path) already (\(holder ?? "unknown"))")
        }
        let identity = Array("process \(ProcessIdentity.current)\n".utf8)
        guard ftruncate(file.descriptor, 0) == 0, write(file.descriptor, identity, identity.count) == identity.count
        else { throw FileError("write", folder.pathText(name)) }
        return file
    }

    private static func content(_ file: OpenFile) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = pread(file.descriptor, &bytes, bytes.count, 0)
        return Array(bytes.prefix(max(0, count)))
    }
}
