/// A record of `factory.intake` with the number that a list goes on by.
public struct ListedIntake: Sendable, Hashable {
    public let id: Int
    public let record: IntakeRecord

    public init(id: Int, record: IntakeRecord) {
        (self.id, self.record) = (id, record)
    }
}
