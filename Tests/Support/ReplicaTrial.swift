public import FactoryCore

/// Two replicas of a worker share the work through the database alone, while one of them is killed again and again.
public struct ReplicaTrial {
    private static let variable = "FACTORY_REPLICA_ASSETS"
    private static let kills = 6
    private static let batch = 20

    private let stage: Stage
    private let connection: PostgresConnection
    private let environment: [String: String]
    private let add: (Int) async throws -> Void

    /// - Parameters:
    ///   - stage: what the worker does; the program is called the same.
    ///   - environment: what the program is told.
    ///   - add: brings so many more assets, all of which wait for the worker.
    public init(
        _ stage: Stage, _ connection: PostgresConnection, environment: [String: String],
        add: @escaping (Int) async throws -> Void
    ) {
        (self.stage, self.connection, self.add) = (stage, connection, add)
        self.environment = environment.merging(
            ["WORKER_BATCH": "\(Self.batch)", "WORKER_LEASE_SECONDS": "3", "HEARTBEAT_SECONDS": "1"]) { $1 }
    }

    /// Lets them work until nothing is left and enough have been killed with something in hand.
    ///
    /// - Parameter usual: how many assets there are, unless `FACTORY_REPLICA_ASSETS` says so. More are brought where they
    ///   would be done before enough were killed.
    /// - Returns: how many there were in the end.
    /// - Throws: `SupportError` for what is not as it must be: each flag was set exactly once, nothing is claimed any more,
    ///   and the one that was left alone still runs.
    public func run(usual: Int) async throws -> Int {
        let count = try Self.count(usual: usual)
        try await countFlips()
        try await add(count)
        try await withRunning(program, environment: environment) { steady in
            let more = max(Self.batch, count / 4)
            try await killAgainAndAgain(bringing: more)
            // Not that many are left, and a second for each is more than any worker takes.
            try await eventually("the one that was left alone does the rest", within: .seconds(120 + min(more, 800))) {
                try await left() == 0
            }
            try await eventually("what the dead had in hand is free") {
                try await number("SELECT count(*) FROM factory.claims") == 0
            }
            try await Self.require(!steady.hasEnded(), "the replica that was left alone has ended")
        }
        let all = try await number("SELECT count(*) FROM media_assets")
        let flips = try await number("SELECT count(*) FROM public.flips")
        let flipped = try await number("SELECT count(DISTINCT asset_id) FROM public.flips")
        try Self.require(
            all >= count && flips == all && flipped == all,
            "of \(all) assets \(flipped) were flagged, \(flips) times altogether")
        return all
    }

    private var program: TestProgram { .built(stage.name) }

    private static func count(usual: Int) throws -> Int {
        guard let text = TestEnvironment.value(variable) else { return usual }
        guard let count = Int(text), count > 0 else {
            throw SupportError("\(variable) is “\(text)”, but must be a number of assets.")
        }
        return count
    }

    /// Each time that the flag is set, also where it was set before.
    private func countFlips() async throws {
        let flag = "is_\(stage.flag.rawValue)"
        try await connection.execute(
            unsafeScript: """
                CREATE TABLE public.flips (asset_id uuid NOT NULL);
                CREATE FUNCTION public.count_flip() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN INSERT INTO public.flips VALUES (NEW.id); RETURN NULL; END $$;
                CREATE TRIGGER flips AFTER UPDATE OF \(flag) ON media_assets
                    FOR EACH ROW WHEN (NEW.\(flag)) EXECUTE FUNCTION public.count_flip();
                """)
    }

    private func killAgainAndAgain(bringing more: Int) async throws {
        var (starts, kills) = (0, 0)
        // What is left then is mostly in the hands of the dead: who else is killed while waiting for it holds it up again.
        while case let free = try await free(), free >= more || kills < Self.kills {
            // Where the machine is busy the steady one would be through before the other has begun.
            if free < more { try await add(more) }
            starts += 1
            if try await killOne(number: starts) { kills += 1 }
        }
    }

    /// Starts another replica, and kills it some way into its work: each a little further than the one before it.
    ///
    /// - Returns: whether it had something in hand.
    private func killOne(number: Int) async throws -> Bool {
        let name = "victim-\(number)"
        return try await withRunning(program, environment: environment.merging(["WORKER_ID": name]) { $1 }) { victim in
            try await eventually("it has something in hand, or nothing is free") {
                if try await held(by: name) > 0 { return true }
                return try await free() == 0
            }
            try await Task.sleep(for: .milliseconds(number % 6 * 80))
            await victim.kill()
            return try await held(by: name) > 0
        }
    }

    private func held(by name: String) async throws -> Int {
        try await number(
            "SELECT count(*) FROM factory.claims WHERE starts_with(claimed_by, \("\(stage.name)@\(name) "))")
    }

    private func left() async throws -> Int {
        try await number("SELECT count(*) FROM media_assets WHERE NOT is_\(unsafe: stage.flag.rawValue)")
    }

    /// How many nobody has in hand, be it a dead one.
    private func free() async throws -> Int {
        try await number(
            """
            SELECT count(*) FROM media_assets
            WHERE NOT is_\(unsafe: stage.flag.rawValue) AND id NOT IN (SELECT asset_id FROM factory.claims)
            """)
    }

    private func number(_ statement: SQL) async throws -> Int {
        try await connection.query(statement) { try $0.int(0) }.first ?? -1
    }

    private static func require(_ isSo: Bool, _ otherwise: String) throws {
        guard isSo else { throw SupportError("\(otherwise).") }
    }
}
