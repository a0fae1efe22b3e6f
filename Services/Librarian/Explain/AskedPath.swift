import FactoryCore

/// A path as somebody gave it, byte by byte: names need not be UTF-8.
struct AskedPath: Sendable {
    /// As it was given; bytes that are no UTF-8 are percent-escaped, as journals do.
    let text: String
    /// From the root.
    let absolute: String
    private let bytes: [UInt8]

    init(_ argument: [UInt8], in workingFolder: String) {
        text = FileName.text(argument)
        bytes = argument.first == UInt8(ascii: "/") ? argument : Array("\(workingFolder)/".utf8) + argument
        absolute = FileName.text(bytes)
    }

    /// The folder, which is reached through links as the owner set them up, and the name in it.
    ///
    /// - Throws: `FileError` when there is no such folder.
    func open() throws(FileError) -> (folder: Folder, name: [UInt8])? {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")), slash + 1 < bytes.endIndex else { return nil }
        let (parent, name) = (Array(bytes[..<slash]), Array(bytes[(slash + 1)...]))
        if let text = String(validating: parent, as: UTF8.self) {
            return (try Folder.open(text.isEmpty ? "/" : text), name)
        }
        return (try Folder.open("/").folder(parent.split(separator: UInt8(ascii: "/")).map { Array($0) }), name)
    }
}
