import HTTPTypes
import Hummingbird

/// Why a request is not answered, as RFC 9457 has it.
struct Problem: Error {
    let status: HTTPResponse.Status
    /// One sentence for a person, without a full stop.
    let detail: String
    let headers: HTTPFields

    init(_ status: HTTPResponse.Status, _ detail: String, headers: HTTPFields = [:]) {
        (self.status, self.detail, self.headers) = (status, detail, headers)
    }

    var response: Response {
        let body: JSONValue = [
            "type": "about:blank", "title": .text(status.reasonPhrase), "status": .integer(status.code),
            "detail": .text(detail),
        ]
        var fields = headers
        fields[.contentType] = "application/problem+json"
        fields[.cacheControl] = "no-store"
        return Response(status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body.bytes)))
    }
}
