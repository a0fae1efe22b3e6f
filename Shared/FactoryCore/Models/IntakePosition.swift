/// Where a list of records of `factory.intake`, the latest first, goes on: behind this one.
public struct IntakePosition: Sendable, Hashable {
    public let time: Timestamp
    public let id: Int

    public init(time: Timestamp, id: Int) {
        (self.time, self.id) = (time, id)
    }
}
