import FactoryCore
import Glibc

/// One file of a journal.
struct JournalSegment {
    let number: Int
    let file: OpenFile
    let path: String
    private let folder: Folder

    /// Opens the segment for appending, making it where it is missing.
    init(folder: JournalFolder, number: Int) throws(FileError) {
        let name = Array(JournalFolder.name(number).utf8)
        self.number = number
        self.folder = folder.folder
        file = try folder.folder.openForAppending(name)
        path = folder.folder.pathText(name)
    }

    /// What a segment's first line is chained to: its number, so that no segment passes for another.
    static func beginning(_ number: Int) -> Fingerprint {
        Fingerprint(number: UInt64(number))
    }

    /// The position before a segment's first line.
    static func start(_ number: Int) -> JournalPosition {
        JournalPosition(segment: number, line: 0, hash: beginning(number))
    }

    /// Whether a hash is what the first line of some segment is chained to.
    static func isBeginning(_ hash: Fingerprint) -> Bool {
        hash.hex.hasPrefix(String(repeating: "0", count: 48))
    }

    /// One sentence for each damaged line.
    func damages(_ scan: JournalScan) -> [String] {
        scan.damagedLines.map { "the journal \(path) is damaged in line \($0)" }
    }

    /// Reads the whole segment and keeps the events behind line `after`.
    func scan(after: Int) throws -> JournalScan {
        try JournalScan(try content(), start: Self.start(number), after: after)
    }

    /// Whether the line of `position`, which is one of this segment, stands in it.
    func holds(_ position: JournalPosition) throws -> Bool {
        guard position.line > 0 else { return position.hash == Self.beginning(number) }
        return try scan(after: position.line - 1).found.first?.position == position
    }

    /// Keeps what stands behind the good lines in a file of its own, and cuts the segment there.
    func setAsideTail(from goodBytes: Int) throws {
        let bytes = try content()
        guard bytes.count > goodBytes else { return }
        let name = "\(JournalFolder.name(number)).torn-\(goodBytes)"
        let aside = try folder.openForAppending(Array(name.utf8))
        let tail = Array(bytes[goodBytes...])
        guard write(aside.descriptor, tail, tail.count) == tail.count else { throw FileError("write", name) }
        try aside.sync(name)
        guard ftruncate(file.descriptor, off_t(goodBytes)) == 0 else { throw FileError("shorten", path) }
        try file.sync(path)
    }

    private func content() throws -> [UInt8] {
        let size = try file.stamp(path).size
        return try FileByteSource(descriptor: file.descriptor, size: size).read(at: 0, count: size)
    }
}
