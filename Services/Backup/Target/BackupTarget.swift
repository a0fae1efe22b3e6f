import FactoryCore

/// Where copies are: a folder of this machine, or a place at one of rclone's remotes.
struct BackupTarget: Sendable, Hashable {
    /// Why a text names no target, so that it goes on after it.
    struct Unfit: Error {
        let reason: String
    }

    /// Where originals are in it, as they are in Storage.
    static let originals = "Originals"
    /// What stood in the way of a copy is kept below this, by the time at which it was found.
    static let replaced = "Replaced"
    /// Whose target it is.
    static let mark = ".photo-factory-vault"

    /// As the table has it.
    let name: String
    /// The folder's absolute path; nil for a remote.
    let folder: String?

    /// - Parameter text: an absolute path, or `remote:path` with a remote of rclone's configuration.
    init(_ text: String) throws(Unfit) {
        guard !text.utf8.contains(where: { $0 < 32 || $0 == 127 }) else {
            throw Unfit(reason: "which has a line break or another control character")
        }
        if text.hasPrefix("/") {
            name = AbsolutePath.make(text, in: "/")
            folder = name
            return
        }
        guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else {
            throw Unfit(reason: "but must be an absolute path or remote:path")
        }
        let remote = text[..<colon]
        // Written so, options and even passwords would stand in the table and in messages.
        guard remote.utf8.allSatisfy(Self.isPartOfRemote), remote.utf8.first != UInt8(ascii: "-") else {
            throw Unfit(
                reason:
                    "but a remote's name has letters, digits, _, -, . and spaces; options belong into the file of BACKUP_RCLONE_CONFIG"
            )
        }
        var path = text[text.index(after: colon)...]
        while path.hasSuffix("/"), path.count > 1 { path = path.dropLast() }
        guard !path.split(separator: "/").contains("..") else { throw Unfit(reason: "which leads upwards") }
        name = "\(remote):\(path)"
        folder = nil
    }

    private static func isPartOfRemote(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || [95, 45, 46, 32].contains(byte)
    }

    /// What rclone calls a place in it.
    ///
    /// - Parameter path: relative.
    func place(_ path: String) -> String {
        name.hasSuffix(":") || name.hasSuffix("/") ? name + path : "\(name)/\(path)"
    }

    var originals: String { place(Self.originals) }
}
