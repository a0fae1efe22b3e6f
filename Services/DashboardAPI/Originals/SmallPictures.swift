import FactoryCore
import HTTPTypes
import Hummingbird
import Thumbnails

/// Gives out small pictures. What leads to a file is the hash in an asset's row, and nothing of a client's.
struct SmallPictures: Sendable {
    /// Of open files, beside those of originals: a page of a gallery asks for many at once, and each is soon read.
    private static let limit = 64
    /// Larger than any thumbnail.
    private static let largest = 16 << 20

    /// The folder that holds `Thumbnails`.
    let storage: String
    private let places = Places(limit)

    init(storage: String) { self.storage = storage }

    /// - Throws: `Problem` when there is none, or too many are read already.
    func response(for asset: AssetDetails, size: ThumbnailSize, _ request: Request) async throws -> Response {
        let missing = Problem(.notFound, "there is no thumbnail of this asset")
        guard let path = ThumbnailPath(hash: asset.fileHash, size: size) else { throw missing }
        guard let place = places.take() else {
            throw Problem(.serviceUnavailable, "too many thumbnails are read already", headers: [.retryAfter: "2"])
        }
        defer { withExtendedLifetime(place) {} }
        let file = OriginalFile(root: storage)
        let parts = path.relative.split(separator: "/").map { String($0) }
        guard let count = await file.open(parts), count > 0, count <= Self.largest else { throw missing }
        let headers = Self.headers(etag: "\"\(asset.fileHash)-\(size.rawValue)\"")
        if EntityTags.match(request.headers[.ifNoneMatch], headers[.eTag] ?? "") {
            return Response(status: .notModified, headers: headers)
        }
        let bytes = try await file.read(at: 0, count: count)
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func headers(etag: String) -> HTTPFields {
        [
            .eTag: etag, .contentType: "image/webp",
            // The content under an id never changes, nor does what is made of it.
            .cacheControl: "private, max-age=31536000, immutable",
            .contentSecurityPolicy:
                "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
        ]
    }
}
