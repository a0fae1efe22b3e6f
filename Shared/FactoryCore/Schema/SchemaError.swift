/// The database's schema is not the one that this program was built for.
public enum SchemaError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The step was applied from another script than the one that this program carries.
    case changed(version: Int, name: String)
    /// The database knows steps that this program does not.
    case newer(database: Int, program: Int)
    /// Steps are missing that only the schema's owner may apply.
    case older(database: Int, program: Int)

    /// Whether the one who owns the schema can bring it up to what this program needs.
    public var isOlder: Bool {
        if case .older = self { true } else { false }
    }

    public var description: String {
        switch self {
        case .changed(let version, let name):
            "migration \(version) (\(name)) was applied to the database in another form than this program carries"
        case .newer(let database, let program):
            "the database's schema is version \(database), newer than this program's \(program): update the program"
        case .older(let database, let program):
            "the database's schema is version \(database), but this program needs \(program): migrations have not run yet"
        }
    }
}
