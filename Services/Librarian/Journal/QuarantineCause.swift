/// Why a file is put aside.
enum QuarantineCause: String, Sendable, Codable {
    /// It came through the inbox, and there is no place for it.
    case unplaceable
    /// It stood in Originals, and its bytes are not those that were filed there.
    case damaged
    /// It stood in Originals as a part of a copy that was cut off.
    case unfinished
}
