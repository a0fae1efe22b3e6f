import FactoryCore
import FactoryHTTP
import FoundationEssentials

/// Asks the Docker API, one question after the other.
///
/// Paths carry no version: every engine answers them, and each new version of an engine takes old ones away. All that is
/// read has been there since the first of them.
struct DockerClient: Sendable {
    private let address: DockerAddress
    private let client: HTTPClient

    /// - Parameter label: the thread's name in debuggers and profilers.
    init(_ address: DockerAddress, label: String) {
        self.address = address
        client = HTTPClient(label: label)
    }

    /// The body of a successful answer.
    ///
    /// - Parameters:
    ///   - path: below the address, with its query.
    ///   - limit: how long the answer may take.
    ///   - size: how many bytes it may have.
    /// - Throws: `DockerError` when it does not come, or is no success.
    func bytes(_ path: String, within limit: Duration, atMost size: Int) async throws(DockerError) -> [UInt8] {
        try await answer(path, within: limit, atMost: size).body
    }

    /// What a JSON document holds of `type`; everything else of it is forgotten.
    ///
    /// - Throws: `DockerError` as `bytes` does, and for what is no such document.
    func document<Value: Decodable>(
        _ type: Value.Type, _ path: String, within limit: Duration, atMost size: Int
    ) async throws(DockerError) -> Value {
        let response = try await answer(path, within: limit, atMost: size)
        do {
            return try JSONDecoder().decode(type, from: Data(response.body))
        } catch {
            throw DockerAnswer.misunderstood(response, from: address.name)
        }
    }

    private func answer(
        _ path: String, within limit: Duration, atMost size: Int
    ) async throws(DockerError) -> HTTPResponse {
        let request = HTTPRequest(
            address.url + path, timeLimit: limit, sizeLimit: size, unixSocket: address.socket)
        let response: HTTPResponse
        do {
            response = try await client.send(request)
        } catch {
            throw DockerAnswer.missing(error)
        }
        if let complaint = DockerAnswer.complaint(response, to: path, from: address.name) { throw complaint }
        return response
    }
}
