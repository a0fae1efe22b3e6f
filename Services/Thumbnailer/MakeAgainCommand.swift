import ArgumentParser
import FactoryCore

/// The command that lets thumbnails be made again.
struct MakeAgainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make-again",
        abstract: "Let thumbnails be made again: of these assets, or of all whose files are missing.",
        discussion: "The running service takes it up when it comes by; 'run --once' does without one.")

    private static let pageSize = 1000

    @OptionGroup var options: FactoryOptions

    @Flag(help: "Of all assets that should have thumbnails, and whose files in Storage/Thumbnails are not there.")
    var missing = false

    @Argument(help: "Ids of assets.")
    var assets: [String] = []

    @Flag(help: "Print the result as one JSON object on standard output.")
    var json = false

    func validate() throws {
        guard missing != !assets.isEmpty else { throw ValidationError("name assets by their ids, or say --missing") }
        for asset in assets where !AssetID.isValid(asset) {
            throw ValidationError("'\(asset)' is no asset's id, such as 01234567-89ab-cdef-0123-456789abcdef")
        }
    }

    func run() async throws {
        try await Program.run(Thumbnailer.stage.name) { _ in
            let factory = try FactorySettings(Settings(flags: options.flags))
            let database = Database(factory.database, applicationName: "thumbnailer make-again")
            try await database.use { try await Migrator(connection: $0).verify() }
            let count =
                missing
                ? try await makeMissing(ThumbnailStore(storage: factory.storage), database)
                : try await makeNamed(database)
            try StandardOutput.write(json ? "{\"again\":\(count)}" : "\(count) to be made again")
            return .done
        }
    }

    /// What has failed so far is tried again as well.
    private func makeNamed(_ database: Database) async throws -> Int {
        let assets = Array(Set(assets.map { $0.lowercased() }))
        let statements =
            [MediaAssetsTable.forgetThumbnails(of: assets)]
            + assets.map { FailureRecordsTable.retry(Thumbnailer.stage, asset: $0) }
        return try await database.use { try await $0.transaction(statements) }.reduce(0, +)
    }

    private func makeMissing(_ store: ThumbnailStore, _ database: Database) async throws -> Int {
        var (count, last): (Int, String?) = (0, nil)
        repeat {
            let statement = MediaAssetsTable.thumbnailed(after: last, limit: Self.pageSize)
            let page = try await database.use { try await $0.query(statement) { (try $0.string(0), try $0.string(1)) } }
            let missing = try page.filter { try !store.isComplete($0.1) }.map(\.0)
            if !missing.isEmpty {
                let forget = MediaAssetsTable.forgetThumbnails(of: missing)
                count += try await database.use { try await $0.execute(forget) }
            }
            last = page.last?.0
        } while last != nil
        return count
    }
}
