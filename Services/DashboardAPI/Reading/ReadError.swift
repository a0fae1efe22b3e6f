import FactoryCore

/// Why something could not be read from the database, apart from what the database itself says.
enum ReadError: Error, CustomStringConvertible {
    /// Too many requests wait already.
    case busy
    case tooSlow(Duration)

    var description: String {
        switch self {
        case .busy: "too many requests wait for the database"
        case .tooSlow(let limit): "the database did not answer within \(SpokenDuration.text(limit))"
        }
    }
}
