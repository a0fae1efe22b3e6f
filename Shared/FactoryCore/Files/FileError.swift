import Glibc

/// A file-system call that failed: what was tried, on what, and why.
package struct FileError: Error, Sendable, Equatable, CustomStringConvertible {
    package let action: String
    package let path: String
    package let code: Int32

    /// Takes the reason from `errno`: make one right after the call.
    package init(_ action: String, _ path: String, code: Int32 = errno) {
        self.action = action
        self.path = path
        self.code = code
    }

    package var description: String { "cannot \(action) \(path): \(String(cString: strerror(code)))\(advice)" }

    /// What the owner can do about it.
    private var advice: String {
        switch code {
        case ENOSPC, EDQUOT: "; make room, and filing goes on"
        case EROFS: "; it is mounted read-only"
        default: ""
        }
    }

    /// The file is not there (any more).
    package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

    /// The name is taken already.
    package var isTaken: Bool { code == EEXIST || code == ENOTEMPTY }

    /// The two names are on different file systems.
    package var crossesMounts: Bool { code == EXDEV }

    /// The storage has no room, or may not be written: going on with other files would fail alike.
    package var concernsStorage: Bool { [ENOSPC, EDQUOT, EROFS].contains(code) }
}
