public import ServiceLifecycle

/// A worker with an executable of its own. `WorkerRunCommand` and `WorkerRetryCommand` are all of its commands.
public protocol WorkerProgram: AssetWorker {
    /// What it does to an asset; its name is the service's.
    static var stage: Stage { get }
    /// What the service is for, for the list of services.
    static var purpose: String { get }

    /// - Throws: `SettingsError` or `StartupError` for what a person has to mend first.
    init(_ start: WorkerStart) throws

    /// How many assets it works on at once, and takes at once, unless its settings say otherwise.
    static var usual: (width: Int, batch: Int) { get }

    /// Whether its light is yellow as long as there is an asset that it has given up. Where photos are safe without what the
    /// worker makes, the asset's own message is enough: a single file that no decoder knows is no news for ever. Where more
    /// fails than is done the light is yellow in any case.
    static var warnsOfGivenUp: Bool { get }

    /// What runs beside its work.
    var companions: [any Service] { get }

    /// What its heartbeat says.
    ///
    /// - Parameter work: what it would say of its work alone.
    func health(_ work: ServiceHealth) async -> ServiceHealth
}

extension WorkerProgram {
    public var stage: Stage { Self.stage }
    public static var usual: (width: Int, batch: Int) { (1, 16) }
    public static var warnsOfGivenUp: Bool { true }
    public var companions: [any Service] { [] }
    public func health(_ work: ServiceHealth) async -> ServiceHealth { work }
}
