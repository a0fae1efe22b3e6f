import FactoryCore
import TestSupport

/// The scratch server as it is seen through a symbolic link to its socket, which can be cut.
struct ServerLink {
    let folder: TestFolder
    let scratch: ScratchDatabase

    var settings: ConnectionSettings {
        var settings = scratch.settings
        settings.host = folder.path
        return settings
    }

    /// From now on nobody can connect; who is connected stays so.
    func cut() throws {
        try folder.remove(socket)
    }

    func mend() throws {
        try folder.makeSymbolicLink(socket, to: "\(scratch.cluster.host)/\(socket)")
    }

    private var socket: String { ".s.PGSQL.\(scratch.cluster.port)" }
}
