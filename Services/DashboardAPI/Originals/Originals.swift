import FactoryCore
import HTTPTypes
import Hummingbird

/// Gives out stored files. No path of a client's ever reaches the file system: the row of an asset says where it is.
struct Originals: Sendable {
    private static let chunk = 256 * 1024

    /// Each keeps a connection, an open file and a thread while the disk takes its time. So many are more than a page of
    /// pictures, and a disk that hangs takes no more threads than these from the rest of the program.
    private static let limit = 64

    /// The folder that holds `Originals`.
    let storage: String
    private let places = Places(limit)

    init(storage: String) { self.storage = storage }

    /// - Throws: `Problem` when the file is not there, or the wanted part of it, or too many are read already.
    func response(for asset: AssetDetails, _ request: Request) async throws -> Response {
        guard let place = places.take() else {
            throw Problem(.serviceUnavailable, "too many originals are read already", headers: [.retryAfter: "2"])
        }
        let path = asset.summary.finalPath
        let etag = "\"\(asset.fileHash)\""
        let file = OriginalFile(root: storage)
        guard let parts = StoredPath.parts(path), let size = await file.open(parts) else {
            throw Problem(.notFound, "the file of this asset is not where its row says")
        }
        var headers = Self.headers(path, name: asset.summary.name, etag: etag)
        if EntityTags.match(request.headers[.ifNoneMatch], etag) {
            return Response(status: .notModified, headers: headers)
        }
        // A part of another version would not fit to what the client has.
        let isSame = request.headers[.ifRange].map { $0 == etag } ?? true
        switch ByteRange(isSame ? request.headers[.range] : nil, size: size) {
        case .whole:
            return Response(status: .ok, headers: headers, body: Self.body(file, 0..<size, in: place))
        case .part(let range):
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
            return Response(status: .partialContent, headers: headers, body: Self.body(file, range, in: place))
        case .unsatisfiable:
            throw Problem(
                .rangeNotSatisfiable, "the file has \(size) bytes", headers: [.contentRange: "bytes */\(size)"])
        }
    }

    private static func headers(_ path: String, name: String, etag: String) -> HTTPFields {
        let type = FileType.of(path)
        var headers: HTTPFields = [
            .eTag: etag, .acceptRanges: "bytes", .contentType: type.mediaType,
            // The content under an id never changes.
            .cacheControl: "private, max-age=31536000, immutable",
            .contentDisposition:
                "\(type.isInline ? "inline" : "attachment"); filename*=UTF-8''\(PercentCode.encode(name))",
        ]
        // Whatever the bytes are, nothing in them may act. What a browser makes of a picture or a video that is opened by
        // itself is a page around it, with a style of the browser's own.
        let shown = type.isInline ? "img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; " : ""
        headers[.contentSecurityPolicy] = "default-src 'none'; \(shown)sandbox; frame-ancestors 'none'"
        return headers
    }

    private static func body(_ file: OriginalFile, _ range: Range<Int>, in place: Place) -> ResponseBody {
        ResponseBody(contentLength: range.count) { writer in
            defer { withExtendedLifetime(place) {} }
            var offset = range.lowerBound
            while offset < range.upperBound {
                let bytes = try await file.read(at: offset, count: min(chunk, range.upperBound - offset))
                // A file that has become shorter: the client must notice, so the answer ends as a broken one.
                guard !bytes.isEmpty else { throw StartupError("an original has become shorter") }
                try await writer.write(ByteBuffer(bytes: bytes))
                offset += bytes.count
            }
            try await writer.finish(nil)
        }
    }
}
