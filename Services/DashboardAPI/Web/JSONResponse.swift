import HTTPTypes
import Hummingbird

extension Response {
    /// A JSON document that is made for this request.
    static func json(_ value: JSONValue, for request: Request) -> Response {
        let bytes = value.bytes
        // To compress for somebody who does not take it would be for nothing.
        let isCompressed = AcceptedCoding.allowsGzip(request.headers[.acceptEncoding])
        var (body, fields) = isCompressed ? EncodedBody(bytes).choice(for: request) : (ByteBuffer(bytes: bytes), [:])
        fields[.vary] = "Accept-Encoding"
        fields[.contentType] = "application/json"
        fields[.cacheControl] = "no-store"
        return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: body))
    }

    /// Something that has an ETag: a 304 without a body for those who have it already. What is compressed has a tag of its
    /// own, since the tag is that of the bytes.
    ///
    /// - Parameters:
    ///   - etag: of the body as it is.
    ///   - headers: beside the ETag; of a 304 those that belong there.
    static func tagged(
        _ etag: String, for request: Request, headers: HTTPFields, body: EncodedBody
    ) -> Response {
        let (bytes, coding) = body.choice(for: request)
        var fields = headers
        for field in coding { fields.append(field) }
        let etag = coding[.contentEncoding] == nil ? etag : "\(etag.dropLast())-gzip\""
        fields[.eTag] = etag
        guard EntityTags.match(request.headers[.ifNoneMatch], etag) else {
            return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: bytes))
        }
        (fields[.contentType], fields[.contentEncoding]) = (nil, nil)
        return Response(status: .notModified, headers: fields)
    }
}
