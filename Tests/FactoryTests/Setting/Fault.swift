/// One thing that goes wrong inside a program which a test runs.
struct Fault: Sendable, CustomStringConvertible {
    /// What happens instead of the call, or around it.
    enum Effect: Sendable {
        /// It is not made, and fails with the errno of this name, for example `EIO`.
        case fails(String)
        /// SIGKILL instead of the call.
        case killsBefore
        /// SIGKILL when the call has been made.
        case killsAfter
        /// Half of the bytes are read or written.
        case halves
        /// It is made when this file exists, which a test makes.
        case waits(for: String)
        /// Nothing but that it is noted.
        case isNoted

        var text: String {
            switch self {
            case .fails(let error): error
            case .killsBefore: "KILL-BEFORE"
            case .killsAfter: "KILL-AFTER"
            case .halves: "HALVE"
            case .waits(let file): "PAUSE:\(file)"
            case .isNoted: "NOTE"
            }
        }
    }

    /// The function of the C library, for example `renameat2`.
    let call: String
    /// Counts only calls on paths that contain this.
    var path = ""
    /// The first call that is met, counted from 1.
    var number = 1
    /// Whether all later calls are met too.
    var goesOn = false
    let effect: Effect

    /// Every call on such a path fails with the errno of this name.
    static func every(_ call: String, on path: String = "", fails error: String) -> Fault {
        Fault(call: call, path: path, goesOn: true, effect: .fails(error))
    }

    /// The first call on such a path, or the one of this number, has this effect.
    static func once(_ call: String, on path: String = "", number: Int = 1, _ effect: Effect) -> Fault {
        Fault(call: call, path: path, number: number, effect: effect)
    }

    /// As the shim reads it.
    var description: String {
        "\(call)#\(number)\(goesOn ? "+" : "")\(path.isEmpty ? "" : "@\(path)")=\(effect.text)"
    }
}
