import FactoryCore

/// A path below the inbox, kept as the bytes that the file system gave: names need not be UTF-8.
struct RelativePath: Sendable, Hashable {
    /// The parts of the path, outermost first; never empty, none contains a slash or a NUL.
    let components: [[UInt8]]

    /// The last part.
    let name: [UInt8]

    /// - Returns: nil for a path without parts.
    init?(components: [[UInt8]]) {
        guard let name = components.last else { return nil }
        self.components = components
        self.name = name
    }

    /// The folders that lead to the file.
    var folders: ArraySlice<[UInt8]> { components.dropLast() }

    /// The path as text: bytes that are no UTF-8 are percent-escaped.
    var text: String {
        components.map { FileName.text($0) }.joined(separator: "/")
    }

    /// The path's bytes, for what must be exact.
    var bytes: [UInt8] {
        Array(components.joined(separator: [UInt8(ascii: "/")]))
    }
}
