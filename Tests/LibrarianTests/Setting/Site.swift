import FactoryCore
import TestSupport
import Testing

@testable import librarian

/// An inbox and a storage of one test: as folders that the test writes to, and as the librarian has them open.
struct Site {
    let inboxFiles: TestFolder
    let storageFiles: TestFolder
    let inbox: Folder
    let storage: Folder

    init(inbox: TestFolder, storage: TestFolder) throws {
        (inboxFiles, storageFiles) = (inbox, storage)
        self.inbox = try Folder.open(inbox.path)
        self.storage = try Folder.open(storage.path)
    }

    /// What stands below `Storage/Originals`.
    var originalFiles: TestFolder { TestFolder(storageFiles.path(of: "Originals")) }

    /// Puts a file into the inbox and prepares it as a worker does.
    func arrive(_ path: String, _ content: String = "a photo", day: String = "2024-03-09") throws -> PreparedFile {
        try inboxFiles.write(Array(content.utf8), to: path)
        return try prepare(path, day: day)
    }

    /// Prepares a file of the inbox as a worker does.
    func prepare(_ path: String, day: String = "2024-03-09") throws -> PreparedFile {
        try prepare(#require(RelativePath(path)), day: day)
    }

    /// Prepares a file whose name is no text, directly in the inbox.
    func prepare(name: [UInt8]) throws -> PreparedFile {
        try prepare(#require(RelativePath(components: [name])), day: "2024-03-09")
    }

    private func prepare(_ path: RelativePath, day: String) throws -> PreparedFile {
        let folder = try inbox.folder(path.folders)
        let file = try folder.openFile(path.name)
        let fingerprint = try ContentReader().fingerprint(of: file, path.text).fingerprint
        return PreparedFile(
            path: path, folder: folder, file: file, stamp: try file.stamp(path.text), fingerprint: fingerprint,
            metadata: try MediaMetadata.taken(on: day), problem: nil)
    }
}

/// Lends an inbox and a storage, both new and empty, on one file system.
func withSite<Result>(_ body: (Site) async throws -> Result) async throws -> Result {
    try await withTemporaryFolder { root in
        try await body(Site(inbox: root.folder("Inbox"), storage: root.folder("Storage")))
    }
}
