/// What a server answered, whatever its status.
public struct HTTPResponse: Sendable, Hashable {
    /// 200 to 599.
    public let status: Int
    /// The header `Content-Type`, as it came.
    public let contentType: String?
    /// At most as long as the request allowed.
    public let body: [UInt8]

    /// Whether the server did what it was asked for.
    public var isSuccess: Bool { (200...299).contains(status) }

    /// The body as text; what is no UTF-8 is repaired.
    public var text: String { String(decoding: body, as: UTF8.self) }

    public init(status: Int, contentType: String?, body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }
}
