import CLibCurl
import FactoryCore

/// Talks HTTP on a thread of its own, so that a server that hangs takes no thread from the cooperative pool.
///
/// One request at a time: who must not wait for another's server has a client of its own. Nothing is kept between
/// requests, neither connections nor cookies.
public actor HTTPClient {
    private let executor: BlockingExecutor

    /// The thread that libcurl may block.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameter label: the thread's name in debuggers and profilers.
    public init(label: String) {
        executor = BlockingExecutor(label: "http \(label)")
    }

    /// Sends a request and waits for the whole answer, whatever its status. Redirects are not followed.
    ///
    /// A cancellation is noticed within a tenth of a second.
    ///
    /// - Throws: `HTTPError` when there is no answer, or not within the request's bounds.
    public func send(_ request: HTTPRequest) throws(HTTPError) -> HTTPResponse {
        let address = try HTTPAddress(request.url)
        guard request.headers.allSatisfy(\.isSound) else {
            throw HTTPError(.unusable, "a header for \(address.server) holds what HTTP cannot carry")
        }
        let transfer = try TransferHandle(request, to: address)
        let server = request.unixSocket ?? address.server
        guard let code = transfer.perform() else {
            throw HTTPError(.cancelled, "the request to \(server) was given up")
        }
        guard code == CURLE_OK else { throw .failure(code, of: request, to: server, transfer) }
        return HTTPResponse(
            status: transfer.status, contentType: transfer.contentType, body: transfer.answer.body)
    }
}
