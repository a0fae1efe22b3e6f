import HTTPTypes
import Hummingbird

extension Response {
    /// A JSON document that is made for this request.
    static func json(_ value: JSONValue) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: value.bytes)))
    }

    /// Something that has an ETag: a 304 without a body for those who have it already.
    ///
    /// - Parameter headers: beside the ETag; of a 304 those that belong there.
    static func tagged(
        _ etag: String, for request: Request, headers: HTTPFields, body: @autoclosure () -> ResponseBody
    ) -> Response {
        var fields = headers
        fields[.eTag] = etag
        guard EntityTags.match(request.headers[.ifNoneMatch], etag) else {
            return Response(status: .ok, headers: fields, body: body())
        }
        fields[.contentType] = nil
        return Response(status: .notModified, headers: fields)
    }
}
