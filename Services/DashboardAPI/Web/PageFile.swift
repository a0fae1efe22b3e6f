import HTTPTypes
import Hummingbird

/// A file of the page, which is part of the program.
struct PageFile: Sendable {
    let body: EncodedBody
    let mediaType: String
    /// With its quotation marks.
    let etag: String

    /// - Parameter name: tells the type by its extension.
    init(name: String, bytes: [UInt8]) {
        body = EncodedBody(bytes)
        mediaType = Self.mediaTypes[FileType.fileExtension(name)] ?? "application/octet-stream"
        etag = "\"\(ContentTag.make(bytes))\""
    }

    func response(for request: Request) -> Response {
        .tagged(
            etag, for: request, headers: [.contentType: mediaType, .cacheControl: "no-cache"],
            body: body)
    }

    private static let mediaTypes = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml", "png": "image/png", "json": "application/json",
        "webmanifest": "application/manifest+json",
    ]
}
