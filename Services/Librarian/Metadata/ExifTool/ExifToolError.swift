import Glibc

/// Why ExifTool gave no answer. Its text goes on after the program's name.
enum ExifToolError: Error, Hashable, CustomStringConvertible {
    case absent
    /// With `errno`.
    case noStart(Int32)
    case ended
    case late
    case tooLong
    case unreadable
    /// The librarian is stopping.
    case stopped

    var description: String {
        switch self {
        case .absent: "is not installed"
        case .noStart(let code): "cannot be started: \(String(cString: strerror(code)))"
        case .ended: "ended before it had answered"
        case .late: "did not answer in time and was ended"
        case .tooLong: "answered at endless length and was ended"
        case .unreadable: "gave an answer that makes no sense and was ended"
        case .stopped: "was not waited for"
        }
    }
}
