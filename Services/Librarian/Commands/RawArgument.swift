import Glibc

/// An argument of the command line as the bytes that it was given: the argument parser sees text, in which bytes that
/// are no UTF-8 are replaced.
enum RawArgument {
    /// The bytes of the argument that the parser reads as `text`.
    static func bytes(of text: String) -> [UInt8] {
        arguments.last { String(decoding: $0, as: UTF8.self) == text } ?? Array(text.utf8)
    }

    private static var arguments: [[UInt8]] {
        (0..<Int(CommandLine.argc)).compactMap { index in
            CommandLine.unsafeArgv[index].map { argument in
                Array(UnsafeRawBufferPointer(start: argument, count: strlen(argument)))
            }
        }
    }
}
