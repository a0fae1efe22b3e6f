import Glibc

/// The bytes of a file could not be read, which says nothing about what they are.
struct ByteSourceError: Error, Hashable, CustomStringConvertible {
    let position: Int
    /// `errno` as pread(2) left it.
    let code: Int32

    var description: String {
        "Reading the file at byte \(position) failed: \(String(cString: strerror(code)))."
    }
}
