import Foundation
import HTTPTypes
import Hummingbird
import Synchronization
import TestSupport

/// What the API answered, read to its end.
struct TestAnswer {
    let status: Int
    let body: [UInt8]
    private let headers: HTTPFields

    init(_ response: Response) async throws {
        status = response.status.code
        headers = response.headers
        let kept = KeptBody()
        try await response.body.write(kept.writer)
        body = kept.bytes
    }

    var text: String { String(decoding: body, as: UTF8.self) }

    subscript(_ header: String) -> String? {
        HTTPField.Name(header).flatMap { headers[$0] }
    }

    /// What JSONSerialization makes of the body.
    func object() throws -> [String: Any] {
        guard let object = try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] else {
            throw SupportError("no object: \(text)")
        }
        return object
    }

    func object(_ name: String) throws -> [String: Any] {
        guard let object = try object()[name] as? [String: Any] else { throw SupportError("no \(name): \(text)") }
        return object
    }

    func list(_ name: String) throws -> [[String: Any]] {
        guard let list = try object()[name] as? [[String: Any]] else { throw SupportError("no \(name): \(text)") }
        return list
    }
}

/// Collects what is written.
private final class KeptBody: Sendable {
    private struct Writer: ResponseBodyWriter {
        let kept: KeptBody

        mutating func write(_ buffer: ByteBuffer) async throws {
            kept.add(Array(buffer.readableBytesView))
        }

        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    private let state = Mutex<[UInt8]>([])

    var writer: some ResponseBodyWriter & Sendable { Writer(kept: self) }

    var bytes: [UInt8] { state.withLock { $0 } }

    private func add(_ bytes: [UInt8]) { state.withLock { $0 += bytes } }
}
