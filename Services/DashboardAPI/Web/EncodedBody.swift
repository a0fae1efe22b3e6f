import FactoryCore
import HTTPTypes
import Hummingbird

/// Something to send, and the same compressed, for whoever takes that.
struct EncodedBody: Sendable {
    /// What is smaller fits into one packet, with the header, as it is.
    private static let least = 1024

    let plain: ByteBuffer
    /// Nil where it would be of no use.
    let compressed: ByteBuffer?

    init(_ bytes: [UInt8]) {
        plain = ByteBuffer(bytes: bytes)
        guard bytes.count >= Self.least, let gzip = Gzip.compressed(bytes), gzip.count < bytes.count else {
            compressed = nil
            return
        }
        compressed = ByteBuffer(bytes: gzip)
    }

    /// What is for this request.
    ///
    /// - Returns: the body, and the header fields that tell of its coding.
    func choice(for request: Request) -> (body: ByteBuffer, headers: HTTPFields) {
        guard let compressed else { return (plain, [:]) }
        guard AcceptedCoding.allowsGzip(request.headers[.acceptEncoding]) else {
            return (plain, [.vary: "Accept-Encoding"])
        }
        return (compressed, [.vary: "Accept-Encoding", .contentEncoding: "gzip"])
    }
}
