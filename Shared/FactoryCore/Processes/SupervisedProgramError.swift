import Glibc

/// Why a program did not run to its end. Its text goes on after the program's name.
package enum SupervisedProgramError: Error, Hashable, CustomStringConvertible {
    /// With `errno`.
    case noStart(Int32)
    case late
    case tooMuch
    /// We are stopping.
    case stopped

    package var description: String {
        switch self {
        case .noStart(let code): "cannot be started: \(String(cString: strerror(code)))"
        case .late: "did not come to an end in time and was ended"
        case .tooMuch: "wrote at endless length and was ended"
        case .stopped: "was ended because the service stops"
        }
    }
}
