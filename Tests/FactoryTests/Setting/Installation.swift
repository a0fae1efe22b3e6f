import FactoryCore
import TestSupport

/// A factory of its own for one test: an inbox, a Storage and a database, as a user would set them up.
struct Installation {
    /// What is called `FACTORY_ROOT`.
    let root: TestFolder
    let inbox: TestFolder
    let storage: TestFolder
    let database: ScratchDatabase
    /// How its programs log in; as the role that owns everything when empty.
    var login: [String: String] = [:]

    var originals: TestFolder { TestFolder(storage.path(of: "Originals")) }

    /// The folder in which Storage lies.
    var storageParent: TestFolder {
        TestFolder(storage.path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" })
    }

    /// The configuration of every program that is run here: nothing waits for company, and no zone table decides.
    var environment: [String: String] {
        database.environment.merging([
            "FACTORY_ROOT": root.path, "PHOTOS_INBOX": inbox.path, "STORAGE": storage.path,
            "TZ": "UTC", "LIBRARIAN_ZONES": "off", "LIBRARIAN_GROUP_SECONDS": "0",
        ]) { $1 }.merging(login) { $1 }
    }

    /// The configuration with some keys set otherwise.
    func environment(with changes: [String: String]) -> [String: String] {
        environment.merging(changes) { $1 }
    }

    /// What the librarian itself writes into an inbox; the second only into one of Syncthing's.
    static let ownFiles = [".photo-factory-vault", ".stignore"]

    /// The names of the files in the inbox that came there, sorted.
    func inboxFiles() throws -> [String] {
        try inbox.files().filter { !Self.ownFiles.contains($0) }
    }

    /// Runs the librarian to its end, whatever that is.
    func librarian(
        _ arguments: [String], with changes: [String: String] = [:], within timeout: Duration = .seconds(120)
    ) async throws -> ProgramRun {
        try await ProgramRun.run(
            .built("librarian"), arguments, environment: environment(with: changes), in: root, timeout: timeout)
    }

    /// One pass over the inbox in which nothing waits.
    func ingest(
        within timeout: Duration = .seconds(120), with changes: [String: String] = [:]
    ) async throws -> IngestReport {
        try IngestReport(
            await librarian(["ingest", "--json", "--quiet-seconds", "0"], with: changes, within: timeout))
    }

    /// Runs the service while `body` runs; an error of `body` comes with the service's log.
    func whileServing<Result>(
        with changes: [String: String] = [:], _ body: (RunningProgram) async throws -> Result
    ) async throws -> Result {
        let environment = environment(with: ["LIBRARIAN_QUIET_SECONDS": "1"].merging(changes) { $1 })
        return try await withRunning(.built("librarian"), ["run"], environment: environment, in: root) { librarian in
            do {
                return try await body(librarian)
            } catch {
                throw SupportError("\(error) The librarian's log: \(try await librarian.log())")
            }
        }
    }

    /// The ledger as it is now.
    func ledger() async throws -> [LedgerRow] {
        try await LedgerRow.all(in: database)
    }
}

/// Lends a new factory; everything of it is removed afterwards.
///
/// - Parameters:
///   - parent: where all of it lies.
///   - storageParent: where Storage lies; beside the inbox when nil.
func withInstallation<Result>(
    in parent: String = "/tmp", storageIn storageParent: String? = nil, _ body: (Installation) async throws -> Result
) async throws -> Result {
    try await withScratchDatabase { database in
        try await withTemporaryFolder(in: parent) { root in
            try await withTemporaryFolder(in: storageParent ?? root.path) { storageParent in
                let factory = Installation(
                    root: root, inbox: try root.folder("Photos_Inbox"),
                    storage: try storageParent.folder("Storage"), database: database)
                return try await body(factory)
            }
        }
    }
}
