/// A path below the inbox, kept as the bytes that the file system gave: names need not be UTF-8.
package struct RelativePath: Sendable, Hashable {
    /// The parts of the path, outermost first; never empty, none contains a slash or a NUL.
    package let components: [[UInt8]]

    /// The last part.
    package let name: [UInt8]

    /// - Returns: nil for a path without parts.
    package init?(components: [[UInt8]]) {
        guard let name = components.last else { return nil }
        self.components = components
        self.name = name
    }

    /// The folders that lead to the file.
    package var folders: ArraySlice<[UInt8]> { components.dropLast() }

    /// The path as text: bytes that are no UTF-8 are percent-escaped.
    package var text: String {
        components.map { FileName.text($0) }.joined(separator: "/")
    }

    /// The path's bytes, for what must be exact.
    package var bytes: [UInt8] {
        Array(components.joined(separator: [UInt8(ascii: "/")]))
    }
}
