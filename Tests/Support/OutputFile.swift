internal import Glibc

/// A file without a name that collects what a program writes.
final class OutputFile: Sendable {
    private let file: OpenFile

    var descriptor: Int32 { file.descriptor }

    init() throws {
        file = try OpenFile.nameless(in: "/tmp")
    }

    /// Everything written so far.
    func text() throws -> String {
        String(decoding: try file.readAll(), as: UTF8.self)
    }
}
