import Glibc

/// `verify.json` in the journal's folder: how far verifying has got. It is kept where that folder exists and can be
/// written, and done without elsewhere.
struct VerifyProgressFile: Sendable {
    private static let name = Array("verify.json".utf8)

    private let folder: Folder?

    init(storage: Folder, librarian: String) {
        folder = try? storage.folder(["Journal", librarian].map { Array($0.utf8) })
    }

    /// What an earlier run left; nil when it came to its end.
    func read() -> VerifyProgress? {
        guard let folder, let file = try? folder.openFile(Self.name),
            let size = try? file.stamp(folder.path).size,
            let bytes = try? FileByteSource(descriptor: file.descriptor, size: size).read(at: 0, count: size)
        else { return nil }
        return VerifyProgress.decoded(bytes)
    }

    /// Replaces what is there as a whole.
    func write(_ progress: VerifyProgress) throws {
        guard let folder else { return }
        let temporary = Array("verify.json.\(getpid())".utf8)
        if try folder.stamp(temporary) != nil { try folder.unlink(temporary) }
        let bytes = try progress.encoded()
        let file = try folder.createFile(temporary)
        guard Glibc.write(file.descriptor, bytes, bytes.count) == bytes.count else {
            throw FileError("write", folder.pathText(temporary))
        }
        try folder.moveAside(temporary, to: folder, as: Self.name)
    }

    func remove() throws(FileError) {
        guard let folder, try folder.stamp(Self.name) != nil else { return }
        try folder.unlink(Self.name)
    }
}
