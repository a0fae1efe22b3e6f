import FactoryCore
import FoundationEssentials
import Hummingbird

/// A small JSON document that a client sends.
enum JSONBody {
    /// Who takes longer to say it holds a connection for nothing.
    private static let patience: Duration = .seconds(10)

    /// - Parameters:
    ///   - limit: in bytes.
    ///   - what: what is expected, for the one who sent something else.
    ///   - form: how it has to look.
    /// - Throws: `Problem` for what is none, `HTTPError` for what is too large.
    static func read<Value: Decodable>(
        _ type: Value.Type, from request: Request, upTo limit: Int, what: String, form: String
    ) async throws -> Value {
        // A form on a page from elsewhere cannot send this type.
        guard request.headers[.contentType]?.lowercased().hasPrefix("application/json") == true else {
            throw Problem(.unsupportedMediaType, "\(what) is expected as application/json")
        }
        let body = request.body
        let bytes: ByteBuffer
        do {
            bytes = try await TimeLimit.run(patience) { try await body.collect(upTo: limit) }
        } catch ReadError.tooSlow {
            throw Problem(.requestTimeout, "\(what) did not arrive within \(SpokenDuration.text(patience))")
        }
        guard let value = try? JSONDecoder().decode(Value.self, from: Data(bytes.readableBytesView)) else {
            throw Problem(.badRequest, "\(what) is expected as \(form)")
        }
        return value
    }
}
