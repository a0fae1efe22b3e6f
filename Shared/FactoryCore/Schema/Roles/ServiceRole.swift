/// The roles under which services log in where each has one of its own.
public enum ServiceRole: String, Sendable, CaseIterable {
    case librarian = "factory_librarian"
    case monitor = "factory_monitor"
    case dashboard = "factory_dashboard"
    case cleanup = "factory_cleanup"
    case geocoder = "factory_geocoder"
    case backup = "factory_backup"
    case thumbnailer = "factory_thumbnailer"

    /// The name of the role, which needs no quoting in SQL.
    public var name: String { rawValue }

    /// How many connections it may hold at a time. The librarian has a few for each inbox and command, and one that the
    /// server has not noticed to be gone counts for about a minute; the server itself usually takes 100.
    var connections: Int {
        switch self {
        case .librarian: 30
        case .monitor, .dashboard: 16
        case .cleanup: 6
        case .geocoder, .backup, .thumbnailer: 16
        }
    }
}
