import FactoryCore
import FactoryHTTP

/// Asks Syncthing by its REST interface; it only ever reads.
struct SyncthingAPI: Sendable {
    /// How long one answer may take.
    private static let patience: Duration = .seconds(10)
    /// Far more than the configuration of any home: some hundred folders. What answers more costs us several times that.
    private static let sizeLimit = 2 << 20

    private let client = HTTPClient(label: "syncthing")
    private let settings: SyncthingSettings

    init(_ settings: SyncthingSettings) {
        self.settings = settings
    }

    /// Throws all over: `SyncthingError`.
    func version() async throws(SyncthingError) -> String {
        try await get(SyncthingVersion.self, "/rest/system/version").version
    }

    func folders() async throws(SyncthingError) -> [SyncthingFolder] {
        try await get([SyncthingFolder].self, "/rest/config/folders")
    }

    func system() async throws(SyncthingError) -> SyncthingSystem {
        try await get(SyncthingSystem.self, "/rest/system/status")
    }

    /// Costs Syncthing some work: not for every few seconds.
    func state(of folder: SyncthingFolder) async throws(SyncthingError) -> SyncthingFolderState {
        try await get(SyncthingFolderState.self, "/rest/db/status?folder=\(Self.escaped(folder.id))")
    }

    private func get<Value: Decodable>(_ type: Value.Type, _ path: String) async throws(SyncthingError) -> Value {
        let headers = try settings.key.value().map { [HTTPHeader("X-API-Key", $0)] } ?? []
        let request = HTTPRequest(
            settings.url + path, headers: headers, timeLimit: Self.patience, sizeLimit: Self.sizeLimit,
            certificateFile: settings.certificateFile)
        let (server, response): (String, HTTPResponse)
        do {
            server = try request.server()
            response = try await client.send(request)
        } catch {
            throw SyncthingError("Syncthing does not answer: \(error)")
        }
        return try SyncthingAnswer.decode(type, response, from: server)
    }

    /// A folder's id may be any text.
    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                String(UnicodeScalar(byte))
            default: "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
            }
        }.joined()
    }
}
