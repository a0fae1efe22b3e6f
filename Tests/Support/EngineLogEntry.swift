internal import FoundationEssentials

/// One piece of a container's log, as an engine keeps it.
public struct EngineLogEntry: Sendable, Codable {
    /// In nanoseconds since 1970.
    public let time: Int
    /// 1 or 2.
    public let stream: Int
    /// With the end of the line, where it has come. As an array of numbers a long log took its reader seconds.
    let bytes: Data

    public init(_ text: String, at time: Int, stream: Int = 1) {
        self.init(bytes: Array(text.utf8), at: time, stream: stream)
    }

    public init(bytes: [UInt8], at time: Int, stream: Int = 1) {
        (self.bytes, self.time, self.stream) = (Data(bytes), time, stream)
    }
}
