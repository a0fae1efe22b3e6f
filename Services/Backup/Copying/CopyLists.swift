import FactoryCore

/// The lists that tell rclone about copies.
struct CopyLists {
    /// The files' paths.
    let names: String
    /// Their checksums.
    let sums: String
    /// Keeps the files.
    private let folder: WorkFolder

    /// - Throws: `FileError`.
    init(_ copies: [WantedCopy]) throws(FileError) {
        folder = try WorkFolder()
        names = try folder.write(Self.names(copies), to: "names")
        sums = try folder.write(Self.sums(copies), to: "sums")
    }

    /// A name a line, taken as it is (`--files-from-raw`).
    static func names(_ copies: [WantedCopy]) -> [UInt8] {
        copies.flatMap { Array($0.path.utf8) + [10] }
    }

    /// As `sha256sum` writes it.
    static func sums(_ copies: [WantedCopy]) -> [UInt8] {
        copies.flatMap { Array("\($0.fingerprint.hex)  \($0.path)\n".utf8) }
    }
}
